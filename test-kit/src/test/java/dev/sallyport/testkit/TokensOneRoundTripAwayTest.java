package dev.sallyport.testkit;

final class TokensOneRoundTripAwayTest extends DistantTokens {

    TokensOneRoundTripAwayTest() {
        super(1);
    }
}
