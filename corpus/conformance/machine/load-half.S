/* rvrelay case 1
 * title: A segment that meets a frozen page has given its flags to the pages before that one, and the program is refused
 * version: 0
 * mark-program: no
 * budget: 1501
 * expect: fault MemWriteOnFreezedPage page=16
 * expect-flags: 15 F
 * expect-flags: 16 DXF
 * elf: f0VMRgIBAQAAAAAAAAAAAAIA8wABAAAAAAABAAAAAABAAAAAAAAAAAAAAAAAAAAAAQAAAEAAOAACAEAAAAAAAAEAAAAFAAAAsAAAAAAAAAAAAAEAAAAAAAAAAQAAAAAACAAAAAAAAAAIAAAAAAAAABAAAAAAAAAAAQAAAAYAAADAAAAAAAAAAAD/AAAAAAAAAP8AAAAAAAAAAAAAAAAAAAIBAAAAAAAAEAAAAAAAAACTCNAFcwAAAAAAAAAAAAAA
 */
