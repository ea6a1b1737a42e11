//! Stops and faults on the wire.

use ckb_vm::Error;

use crate::write::{push_hex, push_text, push_u64};

/// Faults whose payload is shown: those that the crate gives one, in a form that does not depend on the release.
pub const PAYLOADS: [&str; 4] = [
    "ElfParseError",
    "External",
    "InvalidEcall",
    "InvalidInstruction",
];

/// Writes the stop of a leg. Fails for errors that are no faults of a program but of the VM itself.
pub fn push_stop(out: &mut Vec<u8>, result: &Result<i8, Error>) -> Result<(), String> {
    match result {
        Ok(code) => {
            out.extend_from_slice(br#"{"kind":"exit","code":"#);
            if *code < 0 {
                out.push(b'-');
            }
            push_u64(out, u64::from(code.unsigned_abs()));
        }
        Err(Error::CyclesExceeded) => out.extend_from_slice(br#"{"kind":"budget""#),
        Err(Error::Pause) => out.extend_from_slice(br#"{"kind":"pause""#),
        Err(error) => {
            out.extend_from_slice(br#"{"kind":"fault","fault":{"name":""#);
            out.extend_from_slice(name(error)?.as_bytes());
            out.push(b'"');
            push_payload(out, error);
            out.push(b'}');
        }
    }
    out.push(b'}');
    Ok(())
}

fn name(error: &Error) -> Result<&'static str, String> {
    Ok(match error {
        Error::CyclesOverflow => "CyclesOverflow",
        Error::ElfBits => "ElfBits",
        Error::ElfParseError(_) => "ElfParseError",
        Error::ElfSegmentUnreadable => "ElfSegmentUnreadable",
        Error::ElfSegmentWritableAndExecutable => "ElfSegmentWritableAndExecutable",
        Error::ElfSegmentAddrOrSizeError => "ElfSegmentAddrOrSizeError",
        Error::External(_) => "External",
        Error::InvalidEcall(_) => "InvalidEcall",
        Error::InvalidInstruction { .. } => "InvalidInstruction",
        Error::InvalidVersion => "InvalidVersion",
        Error::MemOutOfBound => "MemOutOfBound",
        Error::MemOutOfStack => "MemOutOfStack",
        Error::MemPageUnalignedAccess => "MemPageUnalignedAccess",
        Error::MemWriteOnExecutablePage => "MemWriteOnExecutablePage",
        Error::MemWriteOnFreezedPage => "MemWriteOnFreezedPage",
        Error::SnapshotDataLoadError => "SnapshotDataLoadError",
        Error::Unexpected(_) => "Unexpected",
        Error::Yield => "Yield",
        other => return Err(format!("the VM itself failed: {other}")),
    })
}

fn push_payload(out: &mut Vec<u8>, error: &Error) {
    match error {
        Error::ElfParseError(text) | Error::External(text) | Error::Unexpected(text) => {
            out.extend_from_slice(br#","text":"#);
            push_text(out, text);
        }
        Error::InvalidEcall(code) => {
            out.extend_from_slice(br#","code":"#);
            push_hex(out, *code);
        }
        Error::InvalidInstruction { pc, instruction } => {
            out.extend_from_slice(br#","pc":"#);
            push_hex(out, *pc);
            out.extend_from_slice(br#","instruction":"#);
            push_u64(out, u64::from(*instruction));
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(result: Result<i8, Error>) -> Result<String, String> {
        let mut out = Vec::new();
        push_stop(&mut out, &result)?;
        Ok(String::from_utf8(out).unwrap())
    }

    #[test]
    fn stops_have_the_documented_shapes() {
        assert_eq!(written(Ok(-128)).unwrap(), r#"{"kind":"exit","code":-128}"#);
        assert_eq!(
            written(Err(Error::CyclesExceeded)).unwrap(),
            r#"{"kind":"budget"}"#
        );
        assert_eq!(written(Err(Error::Pause)).unwrap(), r#"{"kind":"pause"}"#);
        assert_eq!(
            written(Err(Error::InvalidInstruction {
                pc: 0x10,
                instruction: 7
            }))
            .unwrap(),
            r#"{"kind":"fault","fault":{"name":"InvalidInstruction","pc":"0x10","instruction":7}}"#
        );
        assert_eq!(
            written(Err(Error::External("a \"b\"\n".into()))).unwrap(),
            r#"{"kind":"fault","fault":{"name":"External","text":"a \"b\"\n"}}"#
        );
    }

    #[test]
    fn what_no_program_can_cause_is_no_stop() {
        assert!(written(Err(Error::Asm(77))).unwrap_err().contains("77"));
    }
}
