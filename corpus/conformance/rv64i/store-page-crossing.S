/* rvrelay case 1
 * title: Stores of every width may cross from one page into the next
 * expect: exit 0
 */
#include "../check.h"

/* Stores a2 at border + offset between two doublewords, which then hold low and high. */
#define CROSS(n, op, offset, low, high) \
  lla a1, border; li t4, 0x7766554433221100; sd t4, -8(a1); li t4, 0xffeeddccbbaa9988; sd t4, 0(a1); \
  li a2, 0x0f1e2d3c4b5a6978; op a2, offset(a1); \
  ld a0, -8(a1); CHECK(n, a0, low); ld a0, 0(a1); CHECK(n, a0, high)

BEGIN

CROSS(1, sh, -1, 0x7866554433221100, 0xffeeddccbbaa9969)
CROSS(2, sw, -1, 0x7866554433221100, 0xffeeddccbb4b5a69)
CROSS(3, sw, -2, 0x6978554433221100, 0xffeeddccbbaa4b5a)
CROSS(4, sw, -3, 0x5a69784433221100, 0xffeeddccbbaa994b)
CROSS(5, sd, -1, 0x7866554433221100, 0xff0f1e2d3c4b5a69)
CROSS(6, sd, -4, 0x4b5a697833221100, 0xffeeddcc0f1e2d3c)
CROSS(7, sd, -7, 0x1e2d3c4b5a697800, 0xffeeddccbbaa990f)

/* up to the border and from the border on */
CROSS(8, sd, -8, 0x0f1e2d3c4b5a6978, 0xffeeddccbbaa9988)
CROSS(9, sd, 0,  0x7766554433221100, 0x0f1e2d3c4b5a6978)

END

        .data
        .balign 4096
        .skip 4096
border: .skip 8
