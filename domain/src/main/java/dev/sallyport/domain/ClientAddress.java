package dev.sallyport.domain;

import java.util.HexFormat;

/**
 * The network address a request came from.
 *
 * @param text the address as people write it, for lists and logs
 * @param network what throttling counts by: the whole of an IPv4 address, the first 64 bits of an IPv6 one (RFC 6177: a site
 *     gets at least a /64, so one attacker owns all of it)
 */
public record ClientAddress(String text, String network) {

    /** Longest text kept: an IPv6 address with an embedded IPv4 one. */
    public static final int MAX_LENGTH = 45;

    /** Stands where an address was, after the person was purged. */
    public static final ClientAddress ERASED = new ClientAddress("erased", "erased");

    public static final ClientAddress UNKNOWN = new ClientAddress("unknown", "unknown");

    public ClientAddress {
        if (text.isEmpty() || text.length() > MAX_LENGTH || network.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("A client address has 1 to " + MAX_LENGTH + " characters");
        }
    }

    /** From an address's text and its 4 or 16 octets in network order. */
    public static ClientAddress of(String text, byte[] octets) {
        return switch (octets.length) {
            case 4 -> new ClientAddress(text, text);
            case 16 -> new ClientAddress(text, HexFormat.ofDelimiter(":").formatHex(octets, 0, 8) + "/64");
            default -> throw new IllegalArgumentException("An address has 4 or 16 octets, not " + octets.length);
        };
    }
}
