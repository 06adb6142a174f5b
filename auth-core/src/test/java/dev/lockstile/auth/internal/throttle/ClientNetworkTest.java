package dev.lockstile.auth.internal.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What of an address counts, however it is written. */
final class ClientNetworkTest {

    @Test
    void one_line_is_one_network_in_every_spelling() {
        String line = ClientNetwork.of("2001:db8:1:2:3:4:5:6");
        for (String other : List.of(
                "2001:DB8:1:2::",
                " 2001:db8:1:2::9 ",
                "[2001:db8:1:2::7]",
                "2001:db8:1:2::1%eth0",
                "[2001:db8:1:2::1%1]")) {
            assertThat(ClientNetwork.of(other)).as(other).isEqualTo(line);
        }
        assertThat(ClientNetwork.of("2001:db8:1:3::")).isNotEqualTo(line);
        assertThat(line).isEqualTo("20010db800010002");
    }

    @Test
    void ipv4_counts_whole_in_ipv6_dress_too() {
        assertThat(ClientNetwork.of("192.0.2.7")).isEqualTo("c0000207");
        assertThat(ClientNetwork.of("::ffff:192.0.2.7")).isEqualTo("c0000207");
        assertThat(ClientNetwork.of("192.0.2.8")).isNotEqualTo("c0000207");
    }

    @Test
    void what_is_no_address_counts_as_the_host_wrote_it() {
        assertThat(ClientNetwork.of("300.1.1.1")).isEqualTo("300.1.1.1");
        assertThat(ClientNetwork.of("1:2:3")).isEqualTo("1:2:3");
        for (String odd : List.of("1.2.3", "1.2.3.4.5", ".1.2.3", "1.2.3.", "1..2.3", "1234.1.1.1", "1.2.3.x")) {
            assertThat(ClientNetwork.of(odd)).isEqualTo(odd);
        }
        assertThat(ClientNetwork.of("Terminal-7")).isEqualTo("terminal-7");
        assertThat(ClientNetwork.of("[a")).isEqualTo("[a");
        assertThat(ClientNetwork.of("a]")).isEqualTo("a]");
        assertThat(ClientNetwork.of("%eth0")).isEmpty();
        assertThat(ClientNetwork.of(" ")).isEqualTo(ClientNetwork.UNKNOWN);
        assertThat(ClientNetwork.of(null)).isEqualTo(ClientNetwork.UNKNOWN);
    }

    @Test
    void only_lines_of_ipv6_have_networks_around_them() {
        assertThat(ClientNetwork.wide("2001:db8:1:2::5"))
                .containsExactly(
                        new ClientNetwork.Wide("20010db8000100/56", 4), new ClientNetwork.Wide("20010db80001/48", 16));
        for (String none : List.of("192.0.2.7", "terminal-at-desk", "0123456789abcdeg")) {
            assertThat(ClientNetwork.wide(none)).as(none).isEmpty();
        }
    }
}
