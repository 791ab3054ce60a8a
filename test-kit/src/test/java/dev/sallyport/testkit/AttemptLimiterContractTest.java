package dev.sallyport.testkit;

import dev.sallyport.domain.throttle.AttemptKey;
import dev.sallyport.domain.throttle.AttemptLimiter;
import dev.sallyport.domain.throttle.Limit;
import java.time.Instant;

final class AttemptLimiterContractTest implements BitingContract {

    @Override
    public Class<?> contract() {
        return AttemptLimiterContract.class;
    }

    @Breaks(
            value = {
                "ofManySimultaneousAttemptsExactlyAsManyAreGrantedAsTheLimitSays",
                "ofManySimultaneousAttemptsAfterAWindowExactlyAsManyAreGranted",
                "ofManySimultaneousRefusalsExactlyOneIsTheFirst",
                "ofManyAttemptsGivenBackAtOnceEachFreesOne",
                "attemptsTakenAndGivenBackAtOnceAddUp",
                "attemptsWhileTheirKeyIsForgottenAreGrantedForTwoWindowsAtMost"
            },
            nothingElse = true)
    static final class ReadsThenWrites implements AttemptLimiterContract {
        @Override
        public AttemptLimiter limiter() {
            return new NaiveAttemptLimiter();
        }
    }

    @Breaks("afterOneWasGivenBackTheNextRefusalIsAFirstOneAgain")
    static final class KeepsTheMarkOfTheFirstRefusal implements AttemptLimiterContract {
        @Override
        public AttemptLimiter limiter() {
            return new NaiveAttemptLimiter() {
                @Override
                boolean keepsMark(Window window) {
                    return window.exceeded();
                }
            };
        }
    }

    @Breaks("anAttemptWhoseClockWasReadBeforeTheFirstCanBeGivenBackToo")
    static final class KeepsTheBeginningOfTheFirstToArrive implements AttemptLimiterContract {
        @Override
        public AttemptLimiter limiter() {
            return new NaiveAttemptLimiter() {
                @Override
                Instant begin(Window window, Instant now) {
                    return window.begin();
                }
            };
        }
    }

    @Breaks({"asManyAttemptsAreGrantedAsTheLimitSays", "aLimitOfOneGrantsOne"})
    static final class GrantsOneMore implements AttemptLimiterContract {
        @Override
        public AttemptLimiter limiter() {
            return new NaiveAttemptLimiter() {
                @Override
                public Decision take(AttemptKey key, Limit limit, Instant now) {
                    return super.take(key, new Limit(limit.attempts() + 1, limit.window()), now);
                }
            };
        }
    }

    @Breaks("theFirstRefusalInAWindowIsToldApart")
    static final class TakesEveryRefusalForTheFirst implements AttemptLimiterContract {
        @Override
        public AttemptLimiter limiter() {
            return new NaiveAttemptLimiter() {
                @Override
                public Decision take(AttemptKey key, Limit limit, Instant now) {
                    return switch (super.take(key, limit, now)) {
                        case Decision.Granted granted -> granted;
                        case Decision.Exceeded(Instant until, boolean ignored) -> new Decision.Exceeded(until, true);
                    };
                }
            };
        }
    }

    @Breaks({"aWindowEndsByTheClock", "theNextWindowBeginsWithTheNextAttempt"})
    static final class EndsAWindowBySweepOnly implements AttemptLimiterContract {
        @Override
        public AttemptLimiter limiter() {
            return new NaiveAttemptLimiter() {
                @Override
                boolean isOver(Window window, Instant now) {
                    return false;
                }
            };
        }
    }

    @Breaks("aWindowEndsByTheClock")
    static final class EndsAWindowTooLate implements AttemptLimiterContract {
        @Override
        public AttemptLimiter limiter() {
            return new NaiveAttemptLimiter() {
                @Override
                boolean isOver(Window window, Instant now) {
                    return now.isAfter(window.end());
                }
            };
        }
    }

    @Breaks("aWindowBeginsWithTheFirstAttemptWhateverFollows")
    static final class LetsEveryAttemptProlongTheWindow implements AttemptLimiterContract {
        @Override
        public AttemptLimiter limiter() {
            return new NaiveAttemptLimiter() {
                @Override
                public Decision take(AttemptKey key, Limit limit, Instant now) {
                    windows.computeIfPresent(
                            key,
                            (same, window) -> isOver(window, now)
                                    ? window
                                    : new Window(
                                            window.begin(),
                                            now.plus(limit.window()),
                                            window.granted(),
                                            window.exceeded()));
                    return super.take(key, limit, now);
                }
            };
        }
    }

    @Breaks("keysAreCountedApart")
    static final class CountsEverybodyTogether implements AttemptLimiterContract {
        @Override
        public AttemptLimiter limiter() {
            return new NaiveAttemptLimiter() {
                @Override
                public Decision take(AttemptKey key, Limit limit, Instant now) {
                    return super.take(new AttemptKey("everybody"), limit, now);
                }
            };
        }
    }

    @Breaks("anAttemptGivenBackFreesOne")
    static final class NeverTakesBack implements AttemptLimiterContract {
        @Override
        public AttemptLimiter limiter() {
            return new NaiveAttemptLimiter() {
                @Override
                public void giveBack(AttemptKey key, Limit limit, Instant takenAt) {}
            };
        }
    }

    @Breaks("refusalsAreNotCountedSoThatOneGivenBackFreesOne")
    static final class CountsRefusals implements AttemptLimiterContract {
        @Override
        public AttemptLimiter limiter() {
            return new NaiveAttemptLimiter() {
                @Override
                public Decision take(AttemptKey key, Limit limit, Instant now) {
                    Decision decision = super.take(key, limit, now);
                    if (decision instanceof Decision.Exceeded) {
                        windows.computeIfPresent(key, (same, window) -> window.granted(window.granted() + 1));
                    }
                    return decision;
                }
            };
        }
    }

    @Breaks({
        "anAttemptGivenBackAfterItsWindowFreesNothing",
        "anAttemptFromBeforeTheKeyWasForgottenFreesNothingAfterwards"
    })
    static final class TakesBackIntoAnyWindow implements AttemptLimiterContract {
        @Override
        public AttemptLimiter limiter() {
            return new NaiveAttemptLimiter() {
                @Override
                boolean isWithin(Window window, Instant takenAt) {
                    return true;
                }
            };
        }
    }

    @Breaks("aWindowLivesOnWhenEveryAttemptInItWasGivenBack")
    static final class ForgetsAnEmptyWindow implements AttemptLimiterContract {
        @Override
        public AttemptLimiter limiter() {
            return new NaiveAttemptLimiter() {
                @Override
                public void giveBack(AttemptKey key, Limit limit, Instant takenAt) {
                    super.giveBack(key, limit, takenAt);
                    windows.computeIfPresent(key, (same, window) -> window.granted() == 0 ? null : window);
                }
            };
        }
    }

    @Breaks("afterAKeyWasForgottenItsNextAttemptBeginsAWindow")
    static final class NeverForgets implements AttemptLimiterContract {
        @Override
        public AttemptLimiter limiter() {
            return new NaiveAttemptLimiter() {
                @Override
                public void forget(AttemptKey key) {}
            };
        }
    }

    @Breaks("forgettingAKeyTouchesNoOtherAndAnUnknownOneNothing")
    static final class ForgetsEverybody implements AttemptLimiterContract {
        @Override
        public AttemptLimiter limiter() {
            return new NaiveAttemptLimiter() {
                @Override
                public void forget(AttemptKey key) {
                    windows.clear();
                }
            };
        }
    }

    @Breaks("aSweepForgetsNoWindowThatIsStillOpen")
    static final class SweepsOpenWindows implements AttemptLimiterContract {
        @Override
        public AttemptLimiter limiter() {
            return new NaiveAttemptLimiter() {
                @Override
                public void sweep(Instant now) {
                    windows.clear();
                }
            };
        }
    }

    @Breaks("aSweepMakesNoDifferenceToTheNextWindow")
    static final class TakesBackIntoNoWindow implements AttemptLimiterContract {
        @Override
        public AttemptLimiter limiter() {
            return new NaiveAttemptLimiter() {
                @Override
                public void giveBack(AttemptKey key, Limit limit, Instant takenAt) {
                    windows.putIfAbsent(key, new Window(takenAt, Instant.MAX, 0, false));
                    super.giveBack(key, limit, takenAt);
                }
            };
        }
    }
}
