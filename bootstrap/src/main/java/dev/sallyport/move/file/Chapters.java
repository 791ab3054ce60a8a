package dev.sallyport.move.file;

import dev.sallyport.application.move.Household;
import dev.sallyport.domain.Holdings;
import dev.sallyport.domain.apikey.ApiKey;
import dev.sallyport.domain.audit.AuditRecord;
import dev.sallyport.domain.audit.Checkpoint;
import dev.sallyport.domain.key.SealedKey;
import dev.sallyport.domain.role.Role;
import dev.sallyport.domain.token.OneTimeToken;
import dev.sallyport.domain.token.Session;
import dev.sallyport.domain.user.User;
import java.util.List;

/** One chapter for each kind of records in a household, in the order in which they stand in a file. */
record Chapters(
        Chapter<SealedKey> keys,
        Chapter<Role> roles,
        Chapter<User> accounts,
        Chapter<ApiKey> apiKeys,
        Chapter<Session> sessions,
        Chapter<OneTimeToken> oneTimeTokens,
        Chapter<AuditRecord> auditRecords,
        Chapter<Checkpoint> checkpoints) {

    static Chapters empty() {
        return new Chapters(
                new Chapter<>(new KeyFormat()),
                new Chapter<>(new RoleFormat()),
                new Chapter<>(new AccountFormat()),
                new Chapter<>(new ApiKeyFormat()),
                new Chapter<>(new SessionFormat()),
                new Chapter<>(new OneTimeTokenFormat()),
                new Chapter<>(new AuditRecordFormat()),
                new Chapter<>(new CheckpointFormat()));
    }

    List<Chapter<?>> all() {
        return List.of(keys, roles, accounts, apiKeys, sessions, oneTimeTokens, auditRecords, checkpoints);
    }

    /** Ends them all. */
    List<Chapter.Total> totals() {
        return all().stream().map(Chapter::total).toList();
    }

    Household household(Bookbinder bookbinder) {
        return new Household(
                bookbinder.bind(keys),
                bookbinder.bind(roles),
                bookbinder.bind(accounts),
                bookbinder.bind(apiKeys),
                bookbinder.bind(sessions),
                bookbinder.bind(oneTimeTokens),
                bookbinder.bind(auditRecords),
                bookbinder.bind(checkpoints));
    }

    /** Makes holdings of a chapter. */
    interface Bookbinder {
        <T> Holdings<T> bind(Chapter<T> chapter);
    }
}
