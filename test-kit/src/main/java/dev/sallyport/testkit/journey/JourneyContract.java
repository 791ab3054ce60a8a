package dev.sallyport.testkit.journey;

/** The whole of what people do with a service, to be run once for each pair of backends. */
public interface JourneyContract
        extends AccountJourney,
                SessionJourney,
                ProtocolJourney,
                PeopleJourney,
                PeopleListJourney,
                RoleJourney,
                ApiKeyJourney,
                SetUpJourney {}
