package org.unenrol.notifier.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckedLookupTests {

    private static final String PUBLIC = "93.184.215.14";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "10.255.255.255",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.0.1",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.1",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.0.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::7f00:1",
                "::ffff:10.0.0.1",
                "64:ff9b::10.0.0.1",
                "64:ff9b:1::1",
                "100::1",
                "2001::1",
                "2001:db8::1",
                "2002:a00:1::1",
                "3fff::1",
                "fc00::1",
                "fd12:3456:789a::1",
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void givesAwayNoPlaceThatTheInternetDoesNotReach(String address) {
        assertThatExceptionOfType(ForbiddenPlaceException.class)
                .isThrownBy(() -> resolve(false, address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                PUBLIC,
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "192.167.255.255",
                "198.17.255.255",
                "198.20.0.0",
                "223.255.255.255",
                "2606:2800:21f:cb07:6820:80da:af6b:8b2c",
                "2001:200::1",
                "64:ff9b::93.184.215.14"
            })
    void givesAwayWhatIsPublic(String address) throws UnknownHostException {
        assertThat(resolve(false, address)).containsExactly(InetAddress.getAllByName(address)[0]);
    }

    @Test
    void givesAwayNothingOfANameThatLeadsToAPublicAndAPrivatePlace() {
        assertThatExceptionOfType(ForbiddenPlaceException.class)
                .isThrownBy(() -> resolve(false, PUBLIC, "10.0.0.1"));
        assertThatExceptionOfType(ForbiddenPlaceException.class)
                .isThrownBy(() -> resolve(false, "::1", PUBLIC));
    }

    @Test
    void givesAwayNoIpv4AddressThatIsWrittenAsOneOfIpv6() throws UnknownHostException {
        CheckedLookup lookup = new CheckedLookup(InetAddress::getAllByName, false);
        byte[] mapped = new byte[16];
        mapped[10] = mapped[11] = (byte) 0xff;
        System.arraycopy(InetAddress.getAllByName(PUBLIC)[0].getAddress(), 0, mapped, 12, 4);
        InetAddress address = Inet6Address.getByAddress(null, mapped, -1);

        assertThatExceptionOfType(ForbiddenPlaceException.class)
                .isThrownBy(() -> lookup.resolve("[::ffff:" + PUBLIC + "]"));
        assertThatExceptionOfType(ForbiddenPlaceException.class)
                .isThrownBy(
                        () ->
                                new CheckedLookup(host -> new InetAddress[] {address}, false)
                                        .resolve("hooks.example.org"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "2130706433", "127.1", "[::1]"})
    void isNotMisledByOtherWaysToWriteAPlace(String host) {
        assertThatExceptionOfType(ForbiddenPlaceException.class)
                .isThrownBy(
                        () -> new CheckedLookup(InetAddress::getAllByName, false).resolve(host));
    }

    @Test
    void givesAwayEverythingWhereTheSettingsAllowIt() throws UnknownHostException {
        assertThat(resolve(true, "10.0.0.1", PUBLIC)).hasSize(2);
    }

    private static InetAddress[] resolve(boolean anywhere, String... addresses)
            throws UnknownHostException {
        InetAddress[] found = new InetAddress[addresses.length];
        for (int i = 0; i < addresses.length; i++) {
            found[i] = InetAddress.getAllByName(addresses[i])[0];
        }
        return new CheckedLookup(host -> found, anywhere).resolve("hooks.example.org");
    }
}
