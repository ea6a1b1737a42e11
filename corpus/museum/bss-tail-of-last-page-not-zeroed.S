/* rvrelay case 1
 * title: what a segment has behind its bytes is zero, even where another one was loaded before
 * elf: f0VMRgIBAQAAAAAAAAAAAAIA8wABAAAAAAABAAAAAABAAAAAAAAAAAAAAAAAAAAAAAAAAEAAOAADAAAAAAAAAAEAAAAGAAAA6AAAAAAAAAAAAAIAAAAAAAAAAgAAAAAAEAAAAAAAAAAQAAAAAAAAAAAQAAAAAAAAAQAAAAYAAAD4AAAAAAAAAAAAAgAAAAAAAAACAAAAAAAIAAAAAAAAABAAAAAAAAAAABAAAAAAAAABAAAABQAAAAABAAAAAAAAAAABAAAAAAAAAAEAAAAAABAAAAAAAAAAEAAAAAAAAAAAEAAAAAAAABEREREREREREREREREREREiIiIiIiIiIrcCAgADxYIAkwjQBXMAAAA=
 * expect: exit 0
 */
/*
 * Two segments, read and write, at 0x20000, one after the other: 16 bytes of 0x11, then 8 bytes of 0x22 and 8 of zeroes. Then
 * one, read and execute, at 0x10000:
 */
        lui     t0, 0x20
        lbu     a0, 8(t0)
        li      a7, 93
        ecall
