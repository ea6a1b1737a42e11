//! What makes fresh machines cheap: pages of a large allocation that nobody touched cost nothing, neither to make nor
//! to look at.

#[cfg(all(target_os = "linux", target_arch = "x86_64"))]
mod linux {
    use std::fs::File;
    use std::os::unix::fs::FileExt;
    use std::sync::OnceLock;

    /// Pages of the host have the same size as the guest's on this architecture.
    const PAGE: usize = 4096;
    /// Bits of a page map entry: in memory, or swapped out.
    const EXISTS: u64 = 0b11 << 62;

    /// The kernel's map of this process's pages, if it can be read and tells the truth.
    static PAGE_MAP: OnceLock<Option<File>> = OnceLock::new();

    fn page_map() -> Option<&'static File> {
        PAGE_MAP
            .get_or_init(|| {
                let file = File::open("/proc/self/pagemap").ok()?;
                tells_the_truth(&file).then_some(file)
            })
            .as_ref()
    }

    /// A sandbox may serve a map of zeroes: pages that were written must be in it.
    fn tells_the_truth(file: &File) -> bool {
        let written = vec![1u8; 4 * PAGE];
        read_map(file, &written)
            .is_some_and(|entries| entries.iter().all(|entry| entry & EXISTS != 0))
    }

    fn read_map(file: &File, bytes: &[u8]) -> Option<Vec<u64>> {
        let start = bytes.as_ptr() as usize;
        let first = start / PAGE;
        let count = (start + bytes.len()).div_ceil(PAGE) - first;
        let mut raw = vec![0u8; count * 8];
        file.read_exact_at(&mut raw, first as u64 * 8).ok()?;
        let entry = |chunk: &[u8]| u64::from_ne_bytes(chunk.try_into().expect("8 bytes"));
        Some(raw.chunks_exact(8).map(entry).collect())
    }

    pub fn touched_pages(bytes: &[u8]) -> Vec<bool> {
        let pages = bytes.len() / PAGE;
        let Some(entries) = page_map().and_then(|file| read_map(file, bytes)) else {
            return vec![true; pages];
        };
        // Where memory does not start at a page of the host, each of its pages lies on two.
        let straddles = usize::from(!(bytes.as_ptr() as usize).is_multiple_of(PAGE));
        (0..pages)
            .map(|page| {
                entries[page..=page + straddles]
                    .iter()
                    .any(|entry| entry & EXISTS != 0)
            })
            .collect()
    }
}

/// Which 4096-byte pages of a zero-initialised allocation may hold anything but zeroes: a page that the system never
/// had to provide was never written, by anybody. Where the system does not tell, all of them.
pub fn touched_pages(bytes: &[u8]) -> Vec<bool> {
    #[cfg(all(target_os = "linux", target_arch = "x86_64"))]
    return linux::touched_pages(bytes);
    #[cfg(not(all(target_os = "linux", target_arch = "x86_64")))]
    vec![true; bytes.len() / 4096]
}

/// Has allocations of at least `bytes` mapped fresh and given back when they are freed, and keeps all others for the
/// next leg. A hint: elsewhere than with GNU's allocator, nothing happens.
pub fn map_fresh_from(bytes: i32) {
    #[cfg(all(target_os = "linux", target_env = "gnu"))]
    {
        extern "C" {
            fn mallopt(parameter: i32, value: i32) -> i32;
        }
        const M_TRIM_THRESHOLD: i32 = -1;
        const M_MMAP_THRESHOLD: i32 = -3;
        // SAFETY: called before any other thread exists, with parameters that malloc.h documents.
        unsafe {
            mallopt(M_MMAP_THRESHOLD, bytes);
            mallopt(M_TRIM_THRESHOLD, 256 << 20);
        }
    }
    #[cfg(not(all(target_os = "linux", target_env = "gnu")))]
    let _ = bytes;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn written_pages_are_touched() {
        map_fresh_from(128 << 10);
        let mut bytes = vec![0u8; 4 << 20];
        bytes[5 * 4096] = 1;
        bytes[1023 * 4096 + 4095] = 1;
        let touched = touched_pages(&bytes);
        assert_eq!(touched.len(), 1024);
        assert!(touched[5] && touched[1023]);
    }
}
