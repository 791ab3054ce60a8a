package dev.sallyport.testkit;

import dev.sallyport.domain.Origin;
import dev.sallyport.domain.token.Session;
import dev.sallyport.domain.token.SessionId;
import dev.sallyport.domain.token.SessionStore;
import dev.sallyport.domain.user.UserId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

final class SessionStoreContractTest implements BitingContract {

    @Override
    public Class<?> contract() {
        return SessionStoreContract.class;
    }

    @Breaks(
            value = {
                "ofManySimultaneousRotationsExactlyOneWins",
                "ofRotationsAndNewCredentialsAtOnceExactlyOneWins",
                "whatEndedNeverComesBackWhateverReplacementIsUnderWay",
                "whatEndedWithAllOthersNeverComesBackEither",
                "ofManySimultaneousEndsExactlyOneIsToldSo",
                "ofManySimultaneousEndsOfAllEachSessionIsCountedOnce",
                "eachSessionEndsInOneCallOnly",
                "ofManySimultaneousAddsTheNewestWithinTheLimitAreLeft"
            },
            nothingElse = true)
    static final class ChecksThenActs implements SessionStoreContract {
        @Override
        public SessionStore store() {
            return new NaiveSessionStore();
        }
    }

    @Breaks({"aSessionThatWasAddedIsFound", "whatASessionCallWroteIsSeenByEveryLaterCall"})
    static final class KeepsNothing implements SessionStoreContract {
        @Override
        public SessionStore store() {
            return new NaiveSessionStore() {
                @Override
                public List<SessionId> add(Session session, int limit) {
                    return List.of();
                }
            };
        }
    }

    @Breaks("whatWasNeverAddedIsNotFound")
    static final class FindsWhatWasNeverAdded implements SessionStoreContract {
        @Override
        public SessionStore store() {
            return new NaiveSessionStore() {
                @Override
                public Optional<Session> find(SessionId id) {
                    return super.find(id).or(() -> Optional.of(Sessions.openedNow(Sessions.somebody())));
                }
            };
        }
    }

    @Breaks("sessionInstantsComeBackToTheMillisecond")
    static final class KeepsWholeSeconds implements SessionStoreContract {
        @Override
        public SessionStore store() {
            return new NaiveSessionStore() {
                @Override
                Session stored(Session session) {
                    return new Session(
                            session.id(),
                            session.user(),
                            session.generation(),
                            session.salt(),
                            session.credentialsVersion(),
                            session.origin(),
                            session.createdAt(),
                            session.lastUsedAt(),
                            session.expiresAt().truncatedTo(ChronoUnit.SECONDS));
                }
            };
        }
    }

    @Breaks("whereASessionCameFromComesBack")
    static final class TakesNoUserAgentForAnEmptyOne implements SessionStoreContract {
        @Override
        public SessionStore store() {
            return new NaiveSessionStore() {
                @Override
                Session stored(Session session) {
                    Origin origin = session.origin();
                    return origin.userAgent() != null
                            ? session
                            : Sessions.from(session, new Origin(origin.address(), "", origin.requestId()));
                }
            };
        }
    }

    @Breaks("aReplacementWritesTheWholeSession")
    static final class RemembersWhereItWasOpened implements SessionStoreContract {
        @Override
        public SessionStore store() {
            return new NaiveSessionStore() {
                @Override
                Session stored(Session session) {
                    Session present = sessions.get(session.id());
                    return present == null ? session : Sessions.from(session, present.origin());
                }
            };
        }
    }

    @Breaks({"sessionsAreListedNewestFirst", "aListIsNoLongerThanAskedFor"})
    static final class ListsOldestFirst implements SessionStoreContract {
        @Override
        public SessionStore store() {
            return new NaiveSessionStore() {
                @Override
                public List<Session> list(UserId user, Instant now, int max) {
                    return super.list(user, now, max).reversed();
                }
            };
        }
    }

    @Breaks("aListIsNoLongerThanAskedFor")
    static final class ListsThemAll implements SessionStoreContract {
        @Override
        public SessionStore store() {
            return new NaiveSessionStore() {
                @Override
                public List<Session> list(UserId user, Instant now, int max) {
                    return super.list(user, now, Integer.MAX_VALUE);
                }
            };
        }
    }

    @Breaks("aSessionIsListedUntilTheMillisecondItExpires")
    static final class ListsAMillisecondTooLong implements SessionStoreContract {
        @Override
        public SessionStore store() {
            return new NaiveSessionStore() {
                @Override
                public List<Session> list(UserId user, Instant now, int max) {
                    return super.list(user, now.minusMillis(1), max);
                }
            };
        }
    }

    @Breaks("expiredSessionsTakeNoPlaceInAList")
    static final class LimitsAndThenFilters implements SessionStoreContract {
        @Override
        public SessionStore store() {
            return new NaiveSessionStore() {
                @Override
                public List<Session> list(UserId user, Instant now, int max) {
                    return super.list(user, Instant.EPOCH, max).stream()
                            .filter(session -> !session.isExpired(now))
                            .toList();
                }
            };
        }
    }

    @Breaks("aListShowsTheOwnersSessionsOnly")
    static final class ListsEverybodys implements SessionStoreContract {
        @Override
        public SessionStore store() {
            return new NaiveSessionStore() {
                @Override
                Stream<Session> of(UserId user) {
                    return sessions.values().stream();
                }
            };
        }
    }

    @Breaks("aReplacementOfAnEarlierGenerationIsNotWritten")
    static final class ComparesTheCredentialsVersionOnly implements SessionStoreContract {
        @Override
        public SessionStore store() {
            return new NaiveSessionStore() {
                @Override
                boolean isSame(Session present, Session expected) {
                    return present.credentialsVersion() == expected.credentialsVersion();
                }
            };
        }
    }

    @Breaks("aReplacementUnderOtherCredentialsIsNotWritten")
    static final class ComparesTheGenerationOnly implements SessionStoreContract {
        @Override
        public SessionStore store() {
            return new NaiveSessionStore() {
                @Override
                boolean isSame(Session present, Session expected) {
                    return present.generation() == expected.generation();
                }
            };
        }
    }

    @Breaks("aReplacementMayChangeTheCredentialsVersionAlone")
    static final class WritesRotationsOnly implements SessionStoreContract {
        @Override
        public SessionStore store() {
            return new NaiveSessionStore() {
                @Override
                public boolean replace(Session expected, Session next) {
                    return next.generation() != expected.generation() && super.replace(expected, next);
                }
            };
        }
    }

    @Breaks({"aReplacementOfASessionThatIsNotThereIsNotWritten", "whatEndedIsNotReplaced"})
    static final class WritesWhatIsNotThere implements SessionStoreContract {
        @Override
        public SessionStore store() {
            return new NaiveSessionStore() {
                @Override
                public boolean replace(Session expected, Session next) {
                    return sessions.putIfAbsent(next.id(), next) == null || super.replace(expected, next);
                }
            };
        }
    }

    @Breaks("aSessionThatEndedIsGone")
    static final class ListsWhatEnded implements SessionStoreContract {
        @Override
        public SessionStore store() {
            return new NaiveSessionStore() {
                private final Map<SessionId, Session> known = new ConcurrentHashMap<>();

                @Override
                Session stored(Session session) {
                    known.put(session.id(), session);
                    return session;
                }

                @Override
                public List<Session> list(UserId user, Instant now, int max) {
                    return known.values().stream()
                            .filter(session -> session.user().equals(user))
                            .toList();
                }
            };
        }
    }

    @Breaks("nobodyEndsAnothersSession")
    static final class LetsAnybodyEndASession implements SessionStoreContract {
        @Override
        public SessionStore store() {
            return new NaiveSessionStore() {
                @Override
                public boolean end(SessionId id, UserId user) {
                    return sessions.remove(id) != null;
                }
            };
        }
    }

    @Breaks("allSessionsOfAnAccountEndAndNobodyElses")
    static final class EndsEverybodysSessions implements SessionStoreContract {
        @Override
        public SessionStore store() {
            return new NaiveSessionStore() {
                @Override
                public int endAll(UserId user) {
                    int ended = super.endAll(user);
                    sessions.clear();
                    return ended;
                }
            };
        }
    }

    @Breaks("aSessionAddedAfterAllEndedLives")
    static final class NeverForgetsThatAllEnded implements SessionStoreContract {
        @Override
        public SessionStore store() {
            return new NaiveSessionStore() {
                private final Set<UserId> ended = ConcurrentHashMap.newKeySet();

                @Override
                public int endAll(UserId user) {
                    ended.add(user);
                    return super.endAll(user);
                }

                @Override
                public Optional<Session> find(SessionId id) {
                    return super.find(id).filter(session -> !ended.contains(session.user()));
                }
            };
        }
    }

    @Breaks("allOtherSessionsEndAndTheKeptOneLives")
    static final class SparesNone implements SessionStoreContract {
        @Override
        public SessionStore store() {
            return new NaiveSessionStore() {
                @Override
                public int endOthers(UserId user, SessionId kept) {
                    return endAll(user);
                }
            };
        }
    }

    @Breaks("aSweepRemovesWhatExpiredAndNothingElse")
    static final class SweepsEverything implements SessionStoreContract {
        @Override
        public SessionStore store() {
            return new NaiveSessionStore() {
                @Override
                public void sweep(Instant now) {
                    sessions.clear();
                }
            };
        }
    }

    @Breaks("aSweepRemovesWhatExpiredAndNothingElse")
    static final class NeverSweeps implements SessionStoreContract {
        @Override
        public SessionStore store() {
            return new NaiveSessionStore() {
                @Override
                public void sweep(Instant now) {}
            };
        }
    }

    @Breaks({"anAccountMayHaveAsManySessionsAsTheLimitSays", "aLowerLimitEndsSeveralOldestFirst"})
    static final class AllowsOneLess implements SessionStoreContract {
        @Override
        public SessionStore store() {
            return new NaiveSessionStore() {
                @Override
                public List<SessionId> add(Session session, int limit) {
                    return super.add(session, limit - 1);
                }
            };
        }
    }

    @Breaks({"oneSessionTooManyEndsTheOldest", "aLowerLimitEndsSeveralOldestFirst"})
    static final class EndsTheNewest implements SessionStoreContract {
        @Override
        public SessionStore store() {
            return new NaiveSessionStore() {
                @Override
                Comparator<Session> oldestFirst() {
                    return super.oldestFirst().reversed();
                }
            };
        }
    }

    @Breaks("ofSessionsOpenedAtOnceTheOneWithTheLowestIdIsTheOldest")
    static final class EndsTheHighestId implements SessionStoreContract {
        @Override
        public SessionStore store() {
            return new NaiveSessionStore() {
                @Override
                Comparator<Session> oldestFirst() {
                    return Comparator.comparing(Session::createdAt)
                            .thenComparing(session -> session.id().toString(), Comparator.reverseOrder());
                }
            };
        }
    }

    @Breaks("oneSessionTooManyEndsTheOldest")
    static final class EndsByIdAlone implements SessionStoreContract {
        @Override
        public SessionStore store() {
            return new NaiveSessionStore() {
                @Override
                Comparator<Session> oldestFirst() {
                    return Comparator.comparing(session -> session.id().toString());
                }
            };
        }
    }

    @Breaks("aRotationMakesASessionNoYounger")
    static final class EndsTheLeastRecentlyUsed implements SessionStoreContract {
        @Override
        public SessionStore store() {
            return new NaiveSessionStore() {
                @Override
                Comparator<Session> oldestFirst() {
                    return Comparator.comparing(Session::lastUsedAt);
                }
            };
        }
    }
}
