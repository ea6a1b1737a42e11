/* rvrelay case 1
 * title: a segment in the last page below 2^64 is refused
 * elf: f0VMRgIBAQAAAAAAAAAAAAIA8wABAAAAAAABAAAAAABAAAAAAAAAAAAAAAAAAAAAAAAAAEAAOAACAAAAAAAAAAEAAAAFAAAAsAAAAAAAAAAAAAEAAAAAAAAAAQAAAAAADAAAAAAAAAAMAAAAAAAAAAAQAAAAAAAAAQAAAAQAAAC8AAAAAAAAAADw////////APD///////8AAAAAAAAAAAAQAAAAAAAAABAAAAAAAAATBQAAkwjQBXMAAAA=
 * expect: fault MemOutOfBound address=0xfffffffffffff000 kind=Memory
 */
/*
 * A segment, read only, of 4096 bytes of zeroes that ends at 2^64; before it one, read and execute, at 0x10000:
 */
        li      a0, 0
        li      a7, 93
        ecall
