package dev.sallyport.domain.audit;

import java.util.HexFormat;
import java.util.regex.Pattern;

/** 256 bits in lower-case hexadecimal digits, by which the audit log proves something. */
public record AuditHash(String value) {

    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{64}");

    /** What stands before the first record of a chain. */
    public static final AuditHash NONE = new AuditHash("0".repeat(64));

    public AuditHash {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("Expected 64 hexadecimal digits");
        }
    }

    static AuditHash of(byte[] bytes) {
        return new AuditHash(HexFormat.of().formatHex(bytes));
    }

    @Override
    public String toString() {
        return value;
    }
}
