package dev.sallyport.adapters.redis.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.domain.token.Session;
import dev.sallyport.domain.token.SessionPolicy;
import dev.sallyport.testkit.People;
import org.junit.jupiter.api.Test;

final class SessionJsonTest {

    private final Session session =
            Session.start(People.ada(), People.LAPTOP, SessionPolicy.DEFAULT, People.NOON, People.RANDOM);

    @Test
    void aSessionCanBeReadByPeople() {
        assertThat(SessionJson.write(session))
                .isEqualTo("{\"generation\":1,\"credentials_version\":1,\"user\":\"" + session.user()
                        + "\",\"salt\":\"" + session.salt().value()
                        + "\",\"address\":\"203.0.113.7\",\"network\":\"203.0.113.7\",\"user_agent\":\"Laptop/1.0\","
                        + "\"request_id\":\"request-laptop\",\"created_at\":1795262400123,"
                        + "\"last_used_at\":1795262400123,\"expires_at\":1795867200123}");
    }

    @Test
    void itBeginsWithWhatAReplacementDependsOn() {
        String json = SessionJson.write(session);

        assertThat(json)
                .startsWith(SessionJson.beginning(session))
                .doesNotStartWith(SessionJson.beginning(session.under(11)))
                .doesNotStartWith(SessionJson.beginning(session.under(Long.MAX_VALUE)));
        assertThat(SessionJson.write(session.under(Long.MAX_VALUE)))
                .startsWith(SessionJson.beginning(session.under(Long.MAX_VALUE)))
                .doesNotStartWith(SessionJson.beginning(session.under(Long.MAX_VALUE - 1)));
    }
}
