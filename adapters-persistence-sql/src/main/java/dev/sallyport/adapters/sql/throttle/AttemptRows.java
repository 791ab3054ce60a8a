package dev.sallyport.adapters.sql.throttle;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;

/** The statements on {@code attempts}, in SQL that every dialect reads. */
interface AttemptRows extends GenericRepository<AttemptRow, String> {

    /**
     * Takes one from the present window or, if the last is over, the first from a new one. Who read the clock before the window's
     * first attempt did moves its beginning forward. {@code ends_at} is set last: MySQL assigns from left to right, and what stands
     * right of it would read the new value.
     */
    @Query("""
            UPDATE attempts SET
                taken = CASE WHEN ends_at > :now THEN taken + 1 ELSE 1 END,
                refused = CASE WHEN ends_at > :now THEN refused ELSE 0 END,
                ends_at = CASE WHEN ends_at > :now AND ends_at < :newEnd THEN ends_at ELSE :newEnd END
            WHERE attempt_key = :attemptKey AND (ends_at <= :now OR taken < :attempts)
            """)
    int take(String attemptKey, int attempts, long now, long newEnd);

    @Query(
            "INSERT INTO attempts (attempt_key, taken, ends_at, refused) VALUES (:attemptKey, :taken, :endsAt, :refused)")
    void insert(AttemptRow row);

    @Query("SELECT * FROM attempts WHERE attempt_key = :attemptKey")
    Optional<AttemptRow> findByKey(String attemptKey);

    @Query("UPDATE attempts SET refused = 1 WHERE attempt_key = :attemptKey AND ends_at = :endsAt AND refused = 0")
    int refuse(String attemptKey, long endsAt);

    /** The window that ends at {@code ends_at} is the one in which {@code takenAt} lies if it ends after it, but not too late. */
    @Query("""
            UPDATE attempts SET taken = taken - 1, refused = 0
            WHERE attempt_key = :attemptKey AND taken > 0 AND ends_at > :takenAt AND ends_at <= :latestEnd
            """)
    int giveBack(String attemptKey, long takenAt, long latestEnd);

    @Query("DELETE FROM attempts WHERE attempt_key = :attemptKey")
    int forget(String attemptKey);

    @Query("DELETE FROM attempts WHERE ends_at < :now")
    int sweep(long now);
}
