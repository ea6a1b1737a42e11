/* rvrelay case 1
 * title: a segment whose bytes begin behind the end of the file is refused
 * elf: f0VMRgIBAQAAAAAAAAAAAAIA8wABAAAAAAABAAAAAABAAAAAAAAAAAAAAAAAAAAAAAAAAEAAOAACAAAAAAAAAAEAAAAFAAAAsAAAAAAAAAAAAAEAAAAAAAAAAQAAAAAADAAAAAAAAAAMAAAAAAAAAAAQAAAAAAAAAQAAAAQAAAAAEAAAAAAAAAAAAgAAAAAAAAACAAAAAAAQAAAAAAAAABAAAAAAAAAAABAAAAAAAAATBQAAkwjQBXMAAAA=
 * expect: fault ElfSegmentAddrOrSizeError address=0x20000
 */
/*
 * A segment, read only, of 16 bytes at 0x20000, which begin at offset 0x1000 of a file that is shorter than that; before it
 * one, read and execute, at 0x10000:
 */
        li      a0, 0
        li      a7, 93
        ecall
