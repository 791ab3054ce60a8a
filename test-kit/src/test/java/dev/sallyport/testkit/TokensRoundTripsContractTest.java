package dev.sallyport.testkit;

final class TokensRoundTripsContractTest implements BitingContract {

    @Override
    public Class<?> contract() {
        return TokensRoundTripsContract.class;
    }

    @Breaks({
        "findingASessionIsOneRoundTrip",
        "replacingASessionIsOneRoundTrip",
        "endingSessionsIsOneRoundTrip",
        "grantingToAKnownKeyIsOneRoundTrip",
        "givingBackIsOneRoundTrip",
        "forgettingAKeyIsOneRoundTrip",
        "addingAOneTimeTokenIsOneRoundTrip"
    })
    static final class AsksTwice extends DistantTokens {
        AsksTwice() {
            super(2);
        }
    }

    @Breaks({
        "addingASessionIsTwoRoundTripsAtMost",
        "addingASessionThatEndsAnotherIsThreeRoundTripsAtMost",
        "grantingToANewKeyIsThreeRoundTripsAtMost",
        "refusingIsTwoRoundTripsAtMost",
        "usingAOneTimeTokenIsThreeRoundTripsAtMost"
    })
    static final class AsksFourTimes extends DistantTokens {
        AsksFourTimes() {
            super(4);
        }
    }
}
