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
import dev.sallyport.journey.StartedService;
import dev.sallyport.testkit.People;
import dev.sallyport.wiring.OpenStores;
import dev.sallyport.wiring.StoragePlan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Stores with so many accounts, whose people registered a second after one another, and what is asked of them. */
final class FilledStores implements AutoCloseable {

    private static final int BATCH = 500;
    private static final int PAGE = 20;

    private final OpenStores stores;
    private final Holdings<User> holdings;
    private final int accounts;

    /** One of each batch. */
    private final List<User> sample = new ArrayList<>();

    @SuppressWarnings("unchecked") // every store of accounts holds accounts, which an architecture rule sees to
    private FilledStores(OpenStores stores, int accounts) {
        this.stores = stores;
        this.holdings = (Holdings<User>) stores.accounts().users();
        this.accounts = accounts;
    }

    /** Takes settings by name, and a multiple of 500 accounts, 1,000 or more. Says on standard error how far it is. */
    static FilledStores of(String backend, Map<String, String> settings, int accounts) {
        OpenStores stores = OpenStores.of(StoragePlan.of(StartedService.configuration(settings)));
        FilledStores filled = new FilledStores(stores, accounts);
        filled.fill(backend);
        return filled;
    }

    private void fill(String backend) {
        for (int there = 0; there < accounts; there += BATCH) {
            List<User> batch = IntStream.range(there, there + BATCH)
                    .mapToObj(number -> People.someoneSince(People.NOON.plusSeconds(number)))
                    .toList();
            holdings.restore(batch);
            sample.add(batch.getFirst());
            System.err.printf("\r%s: %,d of %,d accounts", backend, there + BATCH, accounts);
        }
        System.err.println();
    }

    /** An administrator's first page. */
    void list() {
        stores.accounts().users().list(UserFilter.ALL, PAGE);
    }

    /** The first page of those who are called what everybody is. */
    void searchEverybody() {
        search("someone");
    }

    /** An administrator's search for one person. */
    void searchOne() {
        search(anybody().email().value());
    }

    private void search(String prefix) {
        stores.accounts().users().list(new UserFilter(null, null, new SearchPrefix(prefix), null, null), PAGE);
    }

    /** What a sign-in asks of the stores. */
    void signIn() {
        Instant now = People.NOON;
        User found = stores.accounts().users().findByEmail(anybody().email()).orElseThrow();
        Session session = Session.start(found, People.LAPTOP, SessionPolicy.DEFAULT, now, People.RANDOM);
        stores.tokens().sessions().add(session, SessionPolicy.DEFAULT.perUser());
        stores.accounts().users().recordSignIn(found.id(), now);
        stores.accounts().auditStore().append(List.of(opened(session, now)));
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

    /** The page of an administrator who has gone on to the first few hundred who registered. */
    void listAtTheEnd() {
        stores.accounts().users().list(UserFilter.ALL.below(sample.get(1).id()), PAGE);
    }

    private User anybody() {
        return sample.get(People.RANDOM.nextInt(sample.size()));
    }

    @Override
    public void close() {
        stores.close();
    }
}
