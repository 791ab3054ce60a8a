package dev.sallyport.testkit;

import dev.sallyport.domain.token.Session;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

final class SessionHoldingsContractTest implements BitingContract {

    @Override
    public Class<?> contract() {
        return SessionHoldingsContract.class;
    }

    @Override
    public Class<?> shownElsewhere() {
        return HoldingsContract.class;
    }

    @Breaks({
        "aRestoredSessionIsFoundAndListed",
        "aRestoredSessionIsReplacedUnderItsGeneration",
        "aRestoredSessionEnds",
        "allRestoredSessionsOfAnAccountEndTogether",
        "aRestoredSessionCountsTowardsTheLimit",
        "aSessionThatEndedIsReadAndCountedNoMore"
    })
    static final class KeepsWhatIsRestoredApart extends OverSessions {
        KeepsWhatIsRestoredApart() {
            super(new NaiveSessionStore() {
                private final Map<String, Session> apart = new ConcurrentHashMap<>();

                @Override
                public void put(Session session) {
                    apart.put(idOf(session), session);
                }

                @Override
                public Collection<Session> records() {
                    return Stream.concat(sessions.values().stream(), apart.values().stream())
                            .toList();
                }
            });
        }
    }

    @Breaks("howeverManySessionsAnAccountHasAllAreRestored")
    static final class KnowsALimit extends OverSessions {
        KnowsALimit() {
            super(new NaiveSessionStore() {
                @Override
                public void put(Session session) {
                    if (of(session.user()).count() < 20) {
                        super.put(session);
                    }
                }
            });
        }
    }

    @Breaks("sessionsThatEndWhileReadingHideNoOther")
    static final class CountsRecordsInsteadOfComparingIds extends OverSessions {
        CountsRecordsInsteadOfComparingIds() {
            super(new NaiveSessionStore() {
                @Override
                public Stream<Session> after(String after) {
                    return Stream.iterate(0, number -> number + PAGE)
                            .map(number ->
                                    super.after(after).skip(number).limit(PAGE).toList())
                            .takeWhile(page -> !page.isEmpty())
                            .flatMap(List::stream);
                }
            });
        }
    }

    @Breaks("whatIsRestoredIsReadAsItIs")
    static final class OpensSessionsAnew extends OverSessions {
        OpensSessionsAnew() {
            super(new NaiveSessionStore() {
                @Override
                Session stored(Session session) {
                    return session.under(1);
                }
            });
        }
    }

    abstract static class OverSessions implements SessionHoldingsContract<NaiveSessionStore> {

        private final NaiveSessionStore store;

        OverSessions(NaiveSessionStore store) {
            this.store = store;
        }

        @Override
        public NaiveSessionStore store() {
            return store;
        }
    }
}
