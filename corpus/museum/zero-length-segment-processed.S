/* rvrelay case 1
 * title: an empty executable segment at a data page leaves that page writable
 * expect-flags: 32 D
 * elf: f0VMRgIBAQAAAAAAAAAAAAIA8wABAAAAAAABAAAAAABAAAAAAAAAAAAAAAAAAAAAAAAAAEAAOAADAAAAAAAAAAEAAAAGAAAA6AAAAAAAAAAAAAIAAAAAAAAAAgAAAAAACAAAAAAAAAAIAAAAAAAAAAAQAAAAAAAAAQAAAAUAAADwAAAAAAAAAAAAAgAAAAAAAAACAAAAAAAAAAAAAAAAAAAAAAAAAAAAABAAAAAAAAABAAAABQAAAPAAAAAAAAAAAAABAAAAAAAAAAEAAAAAABQAAAAAAAAAFAAAAAAAAAAAEAAAAAAAABERERERERERtwICACOAAgATBQAAkwjQBXMAAAA=
 * expect: exit 0
 */
/*
 * Three segments: 8 bytes of data, read and write, at 0x20000; one of no bytes at all, read and execute, at 0x20000; and,
 * read and execute, at 0x10000:
 */
        lui     t0, 0x20
        sb      zero, 0(t0)
        li      a0, 0
        li      a7, 93
        ecall
