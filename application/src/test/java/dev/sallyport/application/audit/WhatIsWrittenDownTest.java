package dev.sallyport.application.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.House;
import dev.sallyport.application.token.SignIn;
import dev.sallyport.application.token.SignedIn;
import dev.sallyport.application.user.AccountForm;
import dev.sallyport.domain.audit.AuditEvent;
import dev.sallyport.domain.password.Password;
import dev.sallyport.domain.user.Email;
import dev.sallyport.domain.user.User;
import dev.sallyport.testkit.People;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The audit log outlives accounts and is read by people who may not sign in as others. */
final class WhatIsWrittenDownTest {

    private final House house = new House();
    private final List<String> secrets = new ArrayList<>();

    @Test
    void noEventTellsAPasswordATokenOrAnAddress() {
        liveALittle();

        assertThat(house.journal.events()).hasSizeGreaterThan(10);
        assertThat(house.journal.events())
                .allSatisfy(event -> assertThat(event.toString()).doesNotContain(secrets.toArray(String[]::new)));
    }

    @Test
    void everyEventHasAnIdOfItsOwnItsTimeAndWhereItCameFrom() {
        liveALittle();

        List<AuditEvent> events = house.journal.events();

        assertThat(events).extracting(AuditEvent::id).doesNotHaveDuplicates();
        assertThat(events).extracting(AuditEvent::at).containsOnly(house.clock.instant());
        assertThat(events).extracting(AuditEvent::origin).containsOnly(People.LAPTOP, People.PHONE);
    }

    private void liveALittle() {
        Password next = new Password("Bernoulli-Numbers-1843");
        keep(House.PASSWORD.value(), House.WRONG.value(), next.value(), "ada@example.org", "nobody@example.org");
        house.registerAccount.register(new AccountForm("ada@example.org", House.PASSWORD, null, null), People.LAPTOP);
        User ada = house.users.findByEmail(new Email("ada@example.org")).orElseThrow();

        SignedIn first = keep(house.signIn(ada));
        SignedIn second = keep(house.refresh(first));
        keep(house.refresh(first));
        keep(house.refresh(second));
        house.tryToRefresh(first);
        house.signIn.signIn(new SignIn.Name.ByEmail("nobody@example.org"), House.PASSWORD, People.LAPTOP);
        SignedIn last = keep(house.signIn(ada));
        house.changePassword.change(house.caller(last), House.WRONG, next, People.LAPTOP);
        house.changePassword.change(house.caller(last), House.PASSWORD, next, People.LAPTOP);
        house.deleteAccount.delete(house.caller(last), next, People.LAPTOP);
        for (int i = 0; i < 6; i++) {
            house.attempt(ada, House.WRONG);
        }
    }

    private SignedIn keep(SignedIn signedIn) {
        keep(
                signedIn.accessToken().value(),
                signedIn.refreshToken().value(),
                signedIn.session().salt().value());
        return signedIn;
    }

    private void keep(String... more) {
        secrets.addAll(List.of(more));
    }
}
