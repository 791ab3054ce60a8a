package dev.sallyport.auditing;

import dev.sallyport.domain.StoreUnavailableException;
import dev.sallyport.settings.Configuration;
import dev.sallyport.settings.SettingsException;
import dev.sallyport.wiring.OpenStores;
import dev.sallyport.wiring.StoragePlan;
import dev.sallyport.wiring.StoreFailure;
import java.util.function.Function;

/** Opens the database that has the audit log, to read it. Makes nothing there: whoever mistypes its name finds no log and leaves none. */
final class Accounts {

    private Accounts() {}

    /** Does some work with the stores. Throws {@link AuditFailure} if they cannot be read. */
    static int read(Configuration configuration, Function<OpenStores, Integer> work) {
        StoragePlan plan = StoragePlan.of(configuration);
        try (OpenStores stores = OpenStores.accountsAsTheyAre(plan)) {
            return work.apply(stores);
        } catch (StoreUnavailableException outage) {
            throw new AuditFailure(
                    plan.describe() + " did not answer; see that it runs, then repeat the command.", outage);
        } catch (AuditFailure | SettingsException explained) {
            throw explained;
        } catch (RuntimeException e) {
            throw StoreFailure.explain(e, plan)
                    .map(sentence -> new AuditFailure(sentence, e))
                    .orElseThrow(() -> e);
        }
    }
}
