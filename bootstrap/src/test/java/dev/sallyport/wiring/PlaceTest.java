package dev.sallyport.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PlaceTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "jdbc:postgresql://db:5432/sallyport?user=ada&password=s3cr@t | db:5432/sallyport",
                "jdbc:postgresql://one:5432,two:5432/sallyport | one:5432,two:5432/sallyport",
                "jdbc:mysql://db/sallyport?password=s3cret | db/sallyport",
                "jdbc:mariadb://db:3306/sallyport | db:3306/sallyport",
                "jdbc:sqlite:/var/lib/sallyport.db?cipher=s3cret | /var/lib/sallyport.db",
                "jdbc:h2:mem:test;PASSWORD=s3cret | mem:test",
                "jdbc:h2:tcp://db/sallyport;USER=ada;PASSWORD=s3cret | tcp://db/sallyport",
                "mongodb://ada:s3cr@t@one:27017,two:27017/sallyport?replicaSet=rs | one:27017,two:27017/sallyport",
                "mongodb+srv://ada:s3cret@cluster.example.org/sallyport | cluster.example.org/sallyport",
                "redis://:s3cret@cache:6379/1 | cache:6379/1",
                "rediss://ada:s3cr/t@cache | cache",
                "redis-sentinel://:s3cret@one:26379,two:26379/0#master | one:26379,two:26379/0",
                "redis-cluster://one:6379,two:6379 | one:6379,two:6379"
            })
    void aPlaceIsHostsAndANameAndNoSecret(String url, String place) {
        assertThat(Place.of(url)).isEqualTo(place).doesNotContain("s3cr");
    }
}
