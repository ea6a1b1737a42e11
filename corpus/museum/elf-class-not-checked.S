/* rvrelay case 1
 * title: a 32-bit program file is refused
 * elf: f0VMRgEBAQAAAAAAAAAAAAIA8wABAAAAAAABAAAAAABAAAAAAAAAAAAAAAAAAAAAAAAAAEAAOAABAAAAAAAAAAEAAAAFAAAAeAAAAAAAAAAAAAEAAAAAAAAAAQAAAAAADAAAAAAAAAAMAAAAAAAAAAAQAAAAAAAAEwUAAJMI0AVzAAAA
 * expect: fault ElfBits
 */
/*
 * A file that is 64-bit in all but its class byte, which is 1. One segment, read and execute, at 0x10000:
 */
        li      a0, 0
        li      a7, 93
        ecall
