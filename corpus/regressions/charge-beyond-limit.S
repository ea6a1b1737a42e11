/* rvrelay case 1
 * title: a system call charges beyond the limit, and what follows it cannot be decoded
 * provenance: bug: law resume-snapshot called a right VM wrong; cause: the resumed leg decodes before it asks for the cost, so it faults where the leg before had spent its budget; fix: the law now leaves the stop out there
 * cuts: 507
 * budget: 7012
 */
        .option norvc
_start: lui a1, 0x1e0
        lui a7, 0x1
        sd a7, 0(a1)
        lui a0, 0x1e0
        lui a7, 0x1
        addiw a7, a7, -2004
        ecall
        .half 0x8002
