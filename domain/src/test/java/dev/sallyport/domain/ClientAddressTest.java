package dev.sallyport.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

final class ClientAddressTest {

    @Test
    void countsAnIpv4AddressByTheWholeOfIt() {
        ClientAddress address = ClientAddress.of("203.0.113.7", octets("cb007107"));

        assertThat(address.network()).isEqualTo("203.0.113.7");
    }

    @Test
    void countsAnIpv6AddressByItsFirst64Bits() {
        ClientAddress one = ClientAddress.of("2001:db8:1:2::1", octets("20010db8000100020000000000000001"));
        ClientAddress neighbour = ClientAddress.of("2001:db8:1:2:ffff::9", octets("20010db800010002ffff000000000009"));
        ClientAddress elsewhere = ClientAddress.of("2001:db8:1:3::1", octets("20010db8000100030000000000000001"));

        assertThat(neighbour.network()).isEqualTo(one.network());
        assertThat(elsewhere.network()).isNotEqualTo(one.network());
    }

    @Test
    void keepsTheTextPeopleWrite() {
        ClientAddress address = ClientAddress.of("2001:db8:1:2::1", octets("20010db8000100020000000000000001"));

        assertThat(address.text()).isEqualTo("2001:db8:1:2::1");
    }

    @Test
    void refusesWhatIsNoAddress() {
        assertThatIllegalArgumentException().isThrownBy(() -> ClientAddress.of("203.0.113", octets("cb0071")));
        assertThatIllegalArgumentException().isThrownBy(() -> ClientAddress.of("", octets("cb007107")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClientAddress.of("1".repeat(ClientAddress.MAX_LENGTH + 1), octets("cb007107")));
    }

    private static byte[] octets(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
