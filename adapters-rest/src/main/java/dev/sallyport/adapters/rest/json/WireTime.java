package dev.sallyport.adapters.rest.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Instants as the API writes them, RFC 3339 in UTC, always with milliseconds; and as it reads them, RFC 3339 in any offset. */
public final class WireTime {

    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /** RFC 3339, 5.6; the JDK's parser alone would let seconds go and years grow. */
    private static final Pattern SHAPE = Pattern.compile(
            "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?(Z|[+-]\\d\\d:\\d\\d)", Pattern.CASE_INSENSITIVE);

    private static final Instant FIRST = Instant.EPOCH;
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");

    private WireTime() {}

    public static String of(Instant instant) {
        return FORMAT.format(instant);
    }

    /** Reads an instant from 1970 to 9999, to the millisecond; empty for everything else. */
    public static Optional<Instant> parse(String text) {
        if (!SHAPE.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            Instant instant = OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MILLIS);
            return Optional.of(instant).filter(read -> !read.isBefore(FIRST) && !read.isAfter(LAST));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
