package dev.sallyport.adapters.sql.throttle;

import dev.sallyport.adapters.sql.Sql;
import dev.sallyport.adapters.sql.SqlAxis;
import dev.sallyport.domain.throttle.AttemptKey;
import dev.sallyport.domain.throttle.AttemptLimiter;
import dev.sallyport.domain.throttle.Limit;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

/** Attempts counted in the table {@code attempts}, a row for each key. */
@Singleton
@Bean(typed = SqlAttemptLimiter.class)
@Requires(property = SqlAxis.TOKENS_DIALECT)
public final class SqlAttemptLimiter implements AttemptLimiter {

    private final AttemptRows rows;

    SqlAttemptLimiter(AttemptRows rows) {
        this.rows = rows;
    }

    @Override
    public Decision take(AttemptKey key, Limit limit, Instant now) {
        return Sql.decide(() -> tryTake(key.value(), limit, now.toEpochMilli()));
    }

    /**
     * Each statement counts or grants by itself, so nothing can slip in between them: an attempt is granted by an UPDATE that
     * found room or by the INSERT that opened the key's first window, and by nothing else. A refusal, which is what an attack
     * mostly gets, inserts nothing. No answer when the window changed while it was looked at.
     */
    private Optional<Decision> tryTake(String key, Limit limit, long now) {
        long newEnd = now + limit.window().toMillis();
        if (Sql.ask(() -> rows.take(key, limit.attempts(), now, newEnd)) == 1) {
            return Optional.of(new Decision.Granted());
        }
        Optional<AttemptRow> present = Sql.ask(() -> rows.findByKey(key));
        if (present.isEmpty()) {
            boolean opened = Sql.insert(() -> rows.insert(new AttemptRow(key, 1, newEnd, 0)));
            return opened ? Optional.of(new Decision.Granted()) : Optional.empty();
        }
        return present.filter(row -> row.endsAt() > now && row.taken() >= limit.attempts())
                .map(this::refuse);
    }

    /** The UPDATE names the window, so that a refusal which comes late leaves the next window's mark alone. */
    private Decision refuse(AttemptRow row) {
        boolean first = row.refused() == 0 && Sql.ask(() -> rows.refuse(row.attemptKey(), row.endsAt())) == 1;
        return new Decision.Exceeded(Instant.ofEpochMilli(row.endsAt()), first);
    }

    @Override
    public void giveBack(AttemptKey key, Limit limit, Instant takenAt) {
        long at = takenAt.toEpochMilli();
        Sql.ask(() -> rows.giveBack(key.value(), at, at + limit.window().toMillis()));
    }

    @Override
    public void forget(AttemptKey key) {
        Sql.ask(() -> rows.forget(key.value()));
    }

    @Override
    public void sweep(Instant now) {
        Sql.ask(() -> rows.sweep(now.toEpochMilli()));
    }
}
