package dev.sallyport.testkit;

final class AccountsRoundTripsContractTest implements BitingContract {

    @Override
    public Class<?> contract() {
        return AccountsRoundTripsContract.class;
    }

    @Breaks({
        "findingAnAccountIsOneRoundTrip",
        "addingAnAccountIsOneRoundTrip",
        "hearingThatAnAddressIsTakenIsOneRoundTrip",
        "replacingAnAccountIsOneRoundTrip",
        "notingASignInIsOneRoundTrip",
        "aPageOfAccountsIsOneRoundTrip",
        "countingAccountsIsOneRoundTrip",
        "lookingForTheDeletedIsOneRoundTrip",
        "removingAnAccountIsOneRoundTrip",
        "readingRolesIsOneRoundTrip",
        "replacingAndRemovingRolesIsOneRoundTrip",
        "whateverIsDoneWithAnApiKeyIsOneRoundTrip",
        "announcingIsOneRoundTripAfterTheFirst"
    })
    static final class AsksTwice extends DistantAccounts {
        AsksTwice() {
            super(2);
        }
    }
}
