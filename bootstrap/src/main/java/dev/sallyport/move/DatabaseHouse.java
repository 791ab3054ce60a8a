package dev.sallyport.move;

import dev.sallyport.application.move.Household;
import dev.sallyport.domain.StoreUnavailableException;
import dev.sallyport.wiring.DataFolder;
import dev.sallyport.wiring.OpenStores;
import dev.sallyport.wiring.StoragePlan;
import dev.sallyport.wiring.StoreFailure;
import java.io.IOException;
import java.time.InstantSource;

/** A household in databases, open. */
final class DatabaseHouse implements AutoCloseable {

    private final StoragePlan plan;
    private final OpenStores stores;
    private final Household household;

    private DatabaseHouse(StoragePlan plan, OpenStores stores) {
        this.plan = plan;
        this.stores = stores;
        this.household = stores.household();
    }

    /** Throws {@link MoveFailure} if a database cannot be opened. */
    static DatabaseHouse open(Side side) {
        StoragePlan plan = side.plan();
        try {
            if (plan.dataFolder().isPresent()) {
                DataFolder.make(plan.dataFolder().get());
            }
            return new DatabaseHouse(plan, OpenStores.of(plan));
        } catch (IOException e) {
            throw new MoveFailure(
                    "The data folder for " + plan.describe() + " cannot be made; name another with --data.", e);
        } catch (RuntimeException e) {
            throw new MoveFailure(
                    StoreFailure.explain(e, plan)
                            .orElse(plan.describe() + " cannot be opened for a reason nobody foresaw; run again with"
                                    + " --log.level debug to see it whole, and report it."),
                    e);
        }
    }

    Household household() {
        return household;
    }

    /** Where it is; never with a password. */
    String describe() {
        return plan.describe();
    }

    InstantSource clock() {
        return stores.clock();
    }

    /** Asked after a failure, which does not tell whose it was. */
    boolean isOutOfReach() {
        try {
            household.keys().count();
            household.sessions().count();
            return false;
        } catch (StoreUnavailableException e) {
            return true;
        }
    }

    @Override
    public void close() {
        stores.close();
    }
}
