package dev.sallyport.testkit;

final class AuditRoundTripsContractTest implements BitingContract {

    @Override
    public Class<?> contract() {
        return AuditRoundTripsContract.class;
    }

    @Breaks({
        "appendingIsOneRoundTripHoweverManyRecordsComeAtOnce",
        "readingTheAuditLogIsOneRoundTrip",
        "whateverIsDoneWithACheckpointIsOneRoundTrip"
    })
    static final class AsksTwice extends DistantAudit {
        AsksTwice() {
            super(2);
        }
    }

    @Breaks("removingAndErasingAreTwoRoundTripsAtMost")
    static final class AsksThreeTimes extends DistantAudit {
        AsksThreeTimes() {
            super(3);
        }
    }
}
