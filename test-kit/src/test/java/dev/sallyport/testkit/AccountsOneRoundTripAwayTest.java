package dev.sallyport.testkit;

final class AccountsOneRoundTripAwayTest extends DistantAccounts {

    AccountsOneRoundTripAwayTest() {
        super(1);
    }
}
