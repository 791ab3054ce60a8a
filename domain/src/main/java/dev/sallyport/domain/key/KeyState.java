package dev.sallyport.domain.key;

/** The life of a key. Rotation comes later; the record is ready for it. */
public enum KeyState {
    /** Published, not yet used to sign. */
    NEXT,
    /** Signs, and is verified against. */
    ACTIVE,
    /** Signs no more, is still verified against. */
    RETIRING,
    /** Neither. */
    RETIRED
}
