package dev.sallyport.benchmark;

import dev.sallyport.domain.Holdings;
import dev.sallyport.domain.audit.AuditEvent;
import dev.sallyport.domain.audit.AuditEventId;
import dev.sallyport.domain.audit.AuditLink;
import dev.sallyport.domain.audit.AuditRecord;
import dev.sallyport.domain.audit.AuditType;
import dev.sallyport.domain.token.Session;
import dev.sallyport.domain.token.SessionPolicy;
import dev.sallyport.domain.user.SearchPrefix;
import dev.sallyport.domain.user.User;
import dev.sallyport.domain.user.UserFilter;
import dev.sallyport.testkit.People;
import dev.sallyport.wiring.OpenStores;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Stores that accounts are added to, and how long they take to answer. Says on standard error how far it is. */
final class GrowingStores {

    private static final int BATCH = 500;
    private static final int ROUNDS = 400;
    private static final int PAGE = 20;

    private final String backend;
    private final OpenStores stores;
    private final Holdings<User> holdings;

    /** One of each batch. */
    private final List<User> sample = new ArrayList<>();

    @SuppressWarnings("unchecked") // every store of accounts holds accounts, which an architecture rule sees to
    GrowingStores(String backend, OpenStores stores) {
        this.backend = backend;
        this.stores = stores;
        this.holdings = (Holdings<User>) stores.accounts().users();
    }

    /** To a multiple of the batch. */
    void growTo(int accounts) {
        while (sample.size() * BATCH < accounts) {
            List<User> batch = IntStream.range(0, BATCH)
                    .mapToObj(number -> People.someone())
                    .toList();
            holdings.restore(batch);
            sample.add(batch.getFirst());
            System.err.printf("\r%s: %,d of %,d accounts", backend, sample.size() * BATCH, accounts);
        }
        System.err.println();
    }

    /** Nanoseconds, median, of what a sign-in asks of the stores. */
    long signIn() {
        return median(round -> signIn(sample.get(round % sample.size())));
    }

    /** Nanoseconds, median, of an administrator's first page. */
    long list() {
        return median(round -> {
            long began = System.nanoTime();
            stores.accounts().users().list(UserFilter.ALL, PAGE);
            return System.nanoTime() - began;
        });
    }

    /** Nanoseconds, median, of an administrator's first page of those who are called what everybody is. */
    long searchEverybody() {
        return median(round -> search("someone"));
    }

    /** Nanoseconds, median, of an administrator's search for one person. */
    long searchOne() {
        return median(round -> search(sample.get(round % sample.size()).email().value()));
    }

    private long search(String prefix) {
        UserFilter filter = new UserFilter(null, null, new SearchPrefix(prefix), null, null);
        long began = System.nanoTime();
        stores.accounts().users().list(filter, PAGE);
        return System.nanoTime() - began;
    }

    /** Turn by turn, so that both meet the same weather. */
    double lastPageToFirst() {
        String almostLast = holdings.after("")
                .map(holdings::idOf)
                .skip((long) sample.size() * BATCH - PAGE)
                .findFirst()
                .orElseThrow();
        List<Long> first = new ArrayList<>();
        List<Long> last = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            first.add(page(""));
            last.add(page(almostLast));
        }
        return (double) median(last) / median(first);
    }

    private long signIn(User user) {
        long began = System.nanoTime();
        Instant now = People.NOON;
        User found = stores.accounts().users().findByEmail(user.email()).orElseThrow();
        Session session = Session.start(found, People.LAPTOP, SessionPolicy.DEFAULT, now, People.RANDOM);
        stores.tokens().sessions().add(session, SessionPolicy.DEFAULT.perUser());
        stores.accounts().users().recordSignIn(found.id(), now);
        stores.accounts().auditStore().append(List.of(opened(session, now)));
        return System.nanoTime() - began;
    }

    private static AuditRecord opened(Session session, Instant now) {
        AuditEvent event = new AuditEvent(
                AuditEventId.next(now, People.RANDOM),
                now,
                AuditType.SESSION_OPENED,
                session.user(),
                session.user(),
                session.id(),
                People.LAPTOP,
                Map.of());
        return new AuditRecord(event, AuditLink.unsealed(event.id()));
    }

    private long page(String after) {
        long began = System.nanoTime();
        try (Stream<User> page = holdings.after(after)) {
            page.limit(PAGE).forEach(user -> {});
        }
        return System.nanoTime() - began;
    }

    private static long median(ToLongFunction<Integer> took) {
        return median(IntStream.range(0, ROUNDS)
                .mapToObj(round -> took.applyAsLong(round))
                .toList());
    }

    private static long median(List<Long> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }
}
