package dev.sallyport.testkit;

final class AuditOneRoundTripAwayTest extends DistantAudit {

    AuditOneRoundTripAwayTest() {
        super(1);
    }
}
