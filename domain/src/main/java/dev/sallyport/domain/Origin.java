package dev.sallyport.domain;

import org.jspecify.annotations.Nullable;

/**
 * Where a request came from, for sessions, throttling and the audit log.
 *
 * @param userAgent what the client says of itself; printable and at most {@value #MAX_USER_AGENT} characters, see {@link #of}
 * @param requestId the id that also stands in the log line and in the answer
 */
public record Origin(ClientAddress address, @Nullable String userAgent, String requestId) {

    public static final int MAX_USER_AGENT = 256;
    public static final int MAX_REQUEST_ID = 64;

    public Origin {
        if (userAgent != null && userAgent.length() > MAX_USER_AGENT) {
            throw new IllegalArgumentException("A user agent has at most " + MAX_USER_AGENT + " characters");
        }
        if (requestId.isEmpty() || requestId.length() > MAX_REQUEST_ID) {
            throw new IllegalArgumentException("A request id has 1 to " + MAX_REQUEST_ID + " characters");
        }
    }

    /** Takes a user agent as it came: control and non-ASCII characters become {@code ?}, the rest is cut to length. */
    public static Origin of(ClientAddress address, @Nullable String userAgent, String requestId) {
        return new Origin(address, userAgent == null ? null : printable(userAgent), requestId);
    }

    /** The same request, but who made it can no longer be told. */
    public Origin erased() {
        return new Origin(ClientAddress.ERASED, null, requestId);
    }

    public boolean isErased() {
        return equals(erased());
    }

    private static String printable(String userAgent) {
        String head = userAgent.length() > MAX_USER_AGENT ? userAgent.substring(0, MAX_USER_AGENT) : userAgent;
        StringBuilder clean = new StringBuilder(head.length());
        for (int i = 0; i < head.length(); i++) {
            char c = head.charAt(i);
            clean.append(c >= ' ' && c <= '~' ? c : '?');
        }
        return clean.toString();
    }
}
