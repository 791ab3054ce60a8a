package dev.sallyport.application.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sallyport.adapters.memory.MemoryCheckpointStore;
import dev.sallyport.application.Condition;
import dev.sallyport.application.Denial;
import dev.sallyport.application.House;
import dev.sallyport.application.audit.AuditTrail;
import dev.sallyport.application.token.Caller;
import dev.sallyport.domain.StoreUnavailableException;
import dev.sallyport.domain.audit.AuditFilter;
import dev.sallyport.domain.audit.AuditSeal;
import dev.sallyport.domain.audit.AuditType;
import dev.sallyport.domain.role.RoleName;
import dev.sallyport.domain.user.User;
import dev.sallyport.testkit.People;
import dev.sallyport.testkit.Race;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is purged is gone for good, and what is not is whole. */
final class PurgeTest {

    private static final Duration TIME = DeletedRetention.DEFAULT.time();

    private final House house = new House();
    private final User ada = house.moveIn(People.ada());
    private final AuditTrail trail = new AuditTrail(
            house.auditStore,
            new MemoryCheckpointStore(),
            new AuditSeal(new SecretKeySpec(new byte[] {7}, "HmacSHA256")),
            house.clock,
            People.RANDOM);
    private Caller admin = admin();

    @Test
    void onlyWhatIsDeletedIsPurged() {
        var early = purge();
        delete(ada);

        var purged = purge();

        assertThat(early).isEqualTo(new PurgeUser.Result.NotDeleted());
        assertThat(purged).isEqualTo(new PurgeUser.Result.Purged());
        assertThat(house.users.find(ada.id())).isEmpty();
        assertThat(house.journal.only(AuditType.USER_PURGED).actor()).isEqualTo(admin.account());
    }

    @Test
    void aSweepRemovesDeletedAccountsWhoseTimeIsOverAndNoOthers() {
        User grace = house.moveIn(People.grace());
        delete(ada);
        waitFor(Duration.ofDays(1));
        delete(grace);
        waitFor(TIME.minusDays(1).plusMillis(1));

        int purged = house.purgeDeleted.purge();

        assertThat(purged).isOne();
        assertThat(house.users.find(ada.id())).isEmpty();
        assertThat(house.users.find(grace.id())).isPresent();
        assertThat(house.journal.only(AuditType.USER_PURGED).subject()).isEqualTo(ada.id());
    }

    @Test
    void whoIsRestoredInTheLastMomentIsNotPurged() {
        delete(ada);
        house.wire.justBefore("UserStore.replace", this::restore);
        List<PurgeUser.Result> result = new ArrayList<>();

        List<String> calls = house.wire.during(() -> result.add(purge()));

        assertThat(result).containsExactly(new PurgeUser.Result.NotDeleted());
        assertThat(calls).doesNotContain("AuditStore.erase", "UserStore.remove");
        assertThat(house.signIn(ada)).isNotNull();
        assertThat(house.journal.events(AuditType.USER_PURGED)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"AuditLog.record", "AuditStore.erase", "UserStore.remove"})
    void whoIsJustPurgedIsNotRestored(String moment) {
        delete(ada);
        List<RestoreUser.Result> meanwhile = new ArrayList<>();
        house.wire.justBefore(moment, () -> meanwhile.add(restore()));

        var purged = purge();

        assertThat(meanwhile).containsExactly(new RestoreUser.Result.Denied(new Denial.NotFound()));
        assertThat(purged).isEqualTo(new PurgeUser.Result.Purged());
        assertThat(house.users.find(ada.id())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UserStore.replace", "AuditLog.record", "AuditStore.erase", "UserStore.remove"})
    void twoSweepsAtOnceRecordItOnce(String moment) {
        delete(ada);
        waitFor(TIME.plusMillis(1));
        List<Integer> purged = new ArrayList<>();
        house.wire.justBefore(moment, () -> purged.add(house.purgeDeleted.purge()));

        purged.add(house.purgeDeleted.purge());

        assertThat(purged.stream().mapToInt(Integer::intValue).sum()).isOne();
        assertThat(house.journal.events(AuditType.USER_PURGED)).hasSize(1);
        assertThat(house.users.find(ada.id())).isEmpty();
    }

    @RepeatedTest(5)
    void manySweepsAtOnceRecordEachOnce() {
        List<User> people = IntStream.range(0, 8)
                .mapToObj(number -> house.moveIn(People.someone()))
                .toList();
        people.forEach(this::delete);
        waitFor(TIME.plusMillis(1));

        Race.of(16, number -> house.purgeDeleted.purge());

        assertThat(people)
                .allSatisfy(one -> assertThat(house.users.find(one.id())).isEmpty());
        assertThat(house.journal.events(AuditType.USER_PURGED)).hasSize(8);
    }

    /** The record is there before the first origin is gone, and the account until all are. */
    @Test
    void theOrderIsDecideRecordEraseRemove() {
        delete(ada);

        List<String> calls = house.wire.during(this::purge);

        assertThat(calls).containsSubsequence("UserStore.replace", "AuditLog.record", "AuditStore.erase");
        assertThat(calls).containsSubsequence("AuditStore.erase", "UserStore.remove", "AuditStore.erase");
    }

    @ParameterizedTest
    @ValueSource(strings = {"AuditLog.record", "SessionStore.endAll", "AuditStore.erase", "UserStore.remove"})
    void whatWasLeftWhenSomebodyDiedOverItIsDoneByTheNextSweep(String moment) {
        delete(ada);
        house.wire.breakAt(moment);
        assertThatExceptionOfType(StoreUnavailableException.class).isThrownBy(this::purge);
        house.wire.mend();
        house.journal.events().forEach(trail::record);
        int atOnce = house.purgeDeleted.purge();
        waitFor(Duration.ofMinutes(2));

        int later = house.purgeDeleted.purge();

        assertThat(atOnce).isZero();
        assertThat(later).isOne();
        assertThat(house.users.find(ada.id())).isEmpty();
        assertThat(house.journal.events(AuditType.USER_PURGED)).hasSize(1);
    }

    @Test
    void whoIsPurgedAlreadyIsNotThere() {
        delete(ada);
        List<PurgeUser.Result> meanwhile = new ArrayList<>();
        house.wire.justBefore("AuditStore.erase", () -> meanwhile.add(purge()));

        purge();

        assertThat(meanwhile).containsExactly(new PurgeUser.Result.Denied(new Denial.NotFound()));
        assertThat(house.journal.events(AuditType.USER_PURGED)).hasSize(1);
    }

    /** It had found the account before, and is recorded in just the moment before the account is gone. */
    @Test
    void whereAFailedSignInCameFromMeanwhileIsErasedToo() {
        delete(ada);
        house.wire.justBefore("UserStore.remove", () -> {
            house.attempt(ada, House.WRONG);
            trail.record(house.journal.only(AuditType.SIGN_IN_FAILED));
        });

        purge();

        assertThat(house.auditStore.list(AuditFilter.about(ada.id()), 10))
                .hasSize(1)
                .allSatisfy(record -> assertThat(record.event().origin())
                        .isEqualTo(record.event().origin().erased()));
    }

    @Test
    void whoHasNotSeenTheLatestStatePurgesNothing() {
        delete(ada);
        Condition seen = new Condition(Optional.of(Set.of(Condition.tag(house.now(ada)))));
        house.wire.justBefore("UserStore.replace", () -> {
            restore();
            delete(ada);
        });

        var result = house.purgeUser.purge(admin, ada.id(), seen, People.PHONE);

        assertThat(result).isEqualTo(new PurgeUser.Result.Denied(new Denial.Stale()));
        assertThat(house.users.find(ada.id())).isPresent();
    }

    private PurgeUser.Result purge() {
        return house.purgeUser.purge(admin, ada.id(), Condition.NONE, People.PHONE);
    }

    private RestoreUser.Result restore() {
        return house.restoreUser.restore(admin, ada.id(), Condition.NONE, People.PHONE);
    }

    private void delete(User user) {
        assertThat(house.deleteUser.delete(admin, user.id(), Condition.NONE, People.PHONE))
                .isEqualTo(new DeleteUser.Result.Deleted());
    }

    /** Longer than a session lasts: the administrator signs in again. */
    private void waitFor(Duration time) {
        house.clock.step(time);
        admin = admin();
    }

    private Caller admin() {
        return house.caller(house.signIn(house.put(house.moveIn(People.someone()), RoleName.ADMIN)));
    }
}
