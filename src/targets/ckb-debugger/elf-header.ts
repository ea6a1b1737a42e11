const HEADER_BYTES = 64;
const MAGIC = 0x464c457f;
const CLASS_64 = 2;
const LITTLE_ENDIAN = 1;
const PROGRAM_HEADER_BYTES = 56;
const SECTION_HEADER_BYTES = 64;

/**
 * Why the debugger's profiler, which runs beside the VM and reads the program file by itself, would refuse the file: it
 * looks at header fields that CKB-VM never reads. Undefined if it takes it, and for files that the VM refuses first.
 */
export function profilerRefuses(program: Uint8Array): string | undefined {
  if (program.length < HEADER_BYTES) return undefined;
  const header = new DataView(program.buffer, program.byteOffset, HEADER_BYTES);
  if (header.getUint32(0, true) !== MAGIC || program[4] !== CLASS_64 || program[5] !== LITTLE_ENDIAN) return undefined;
  if (program[6] !== 1) return "an ELF version other than 1";
  const programHeaders = header.getUint16(56, true);
  if (programHeaders > 0 && header.getUint16(54, true) !== PROGRAM_HEADER_BYTES) {
    return `program headers that are not ${PROGRAM_HEADER_BYTES} bytes long`;
  }
  const sections = header.getBigUint64(40, true);
  if (sections === 0n) return undefined;
  const end = sections + BigInt(header.getUint16(60, true) * SECTION_HEADER_BYTES);
  const readable = header.getUint16(58, true) === SECTION_HEADER_BYTES && sections % 8n === 0n && end <= program.length;
  return readable ? undefined : "section headers that cannot be read";
}
