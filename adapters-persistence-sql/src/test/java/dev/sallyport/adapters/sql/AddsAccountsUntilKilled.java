package dev.sallyport.adapters.sql;

import dev.sallyport.adapters.sql.user.SqlUserStore;
import dev.sallyport.domain.user.User;
import dev.sallyport.domain.user.UserStore;
import dev.sallyport.testkit.People;
import java.nio.file.Path;

/** A process to be killed. Prints the id of each account once the store has said that it is added. */
final class AddsAccountsUntilKilled {

    private AddsAccountsUntilKilled() {}

    public static void main(String[] folder) {
        UserStore store = SqlDatabase.in(Path.of(folder[0])).get(SqlUserStore.class);
        while (true) {
            User someone = People.someone();
            store.add(someone);
            System.out.println(someone.id());
        }
    }
}
