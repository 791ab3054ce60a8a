package dev.sallyport.adapters.rest.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sallyport.adapters.rest.problem.ProblemException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ListQueryTest {

    private static final UUID ADA = UUID.fromString("01932f4e-5d6c-7abc-8def-0123456789ab");

    private final Cursors cursors = new Cursors(new SecretKeySpec(new byte[32], "HmacSHA256"));

    @Test
    void withoutParametersItIsTheFirstTwentyOfAll() {
        ListQuery query = users();

        assertThat(query.limit()).isEqualTo(20);
        assertThat(query.after(cursors)).isEmpty();
        assertThat(query.text("q")).isEmpty();
        assertThat(query.instant("since")).isEmpty();
    }

    @Test
    void whatIsAskedForIsRead() {
        ListQuery query = users("limit=100", "q=ada", "since=2026-11-01T10:30:00.0009+01:00");

        assertThat(query.limit()).isEqualTo(100);
        assertThat(query.text("q")).contains("ada");
        assertThat(query.instant("since")).contains(Instant.parse("2026-11-01T09:30:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "+5", "05", "101", "1000000000", "99999999999999999999", "ten", "1.0", "٥"})
    void aLimitOutOfRangeIsRefused(String limit) {
        assertRefused("request.invalid", () -> users("limit=" + limit).limit());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "2026-11-01", "2026-02-30T00:00:00Z"})
    void whatIsNoInstantIsRefused(String since) {
        assertRefused("request.invalid", () -> users("since=" + since).instant("since"));
    }

    @Test
    void anUnknownParameterIsRefused() {
        assertRefused("request.unknown_field", () -> users("Q=ada"));
        assertRefused("request.unknown_field", () -> users("roles=ADMIN"));
        assertRefused("request.unknown_field", () -> ListQuery.of("/", Map.of("include", List.of("total"))));
    }

    @Test
    void aParameterThatStandsThereTwiceIsRefused() {
        assertRefused("request.malformed", () -> users("q=ada", "q=grace"));
        assertRefused("request.malformed", () -> users("limit=5", "limit=5"));
    }

    @Test
    void theCursorOfAPageLeadsToTheNext() {
        String cursor = Objects.requireNonNull(users("q=ada").next(cursors, Optional.of(ADA)));

        assertThat(users("q=ada", "cursor=" + cursor).after(cursors)).contains(ADA);
        assertThat(users("q=ada").next(cursors, Optional.empty())).isNull();
    }

    @Test
    void theNextPageMayBeLongerAndNeedNotBeCounted() {
        String cursor = Objects.requireNonNull(users("q=ada", "include=total").next(cursors, Optional.of(ADA)));

        assertThat(users("limit=50", "q=ada", "cursor=" + cursor).after(cursors))
                .contains(ADA);
    }

    @Test
    void aCursorOfAnotherQueryIsRefused() {
        String cursor = Objects.requireNonNull(users("q=ada").next(cursors, Optional.of(ADA)));

        for (ListQuery other : List.of(
                users("cursor=" + cursor),
                users("q=Ada", "cursor=" + cursor),
                users("since=ada", "cursor=" + cursor),
                users("q=ada", "since=2026-11-01T00:00:00Z", "cursor=" + cursor),
                ListQuery.of("/api/v1/api-keys", Map.of("q", List.of("ada"), "cursor", List.of(cursor)), "q"))) {
            assertRefused("request.invalid_cursor", () -> other.after(cursors));
        }
    }

    @Test
    void noTwoQueriesReadAlike() {
        String cursor = Objects.requireNonNull(users("q=a?since=1:b").next(cursors, Optional.of(ADA)));

        assertRefused(
                "request.invalid_cursor",
                () -> users("q=a", "since=b", "cursor=" + cursor).after(cursors));
    }

    private static ListQuery users(String... parameters) {
        Map<String, List<String>> read = new HashMap<>();
        Arrays.stream(parameters)
                .map(parameter -> parameter.split("=", 2))
                .forEach(parameter -> read.merge(
                        parameter[0],
                        List.of(parameter[1]),
                        (some, more) -> List.of(some.getFirst(), more.getFirst())));
        return ListQuery.of("/api/v1/users", read, "q", "since", "include");
    }

    private static void assertRefused(String code, ThrowingCallable attempt) {
        assertThatExceptionOfType(ProblemException.class).isThrownBy(attempt).withMessage(code);
    }
}
