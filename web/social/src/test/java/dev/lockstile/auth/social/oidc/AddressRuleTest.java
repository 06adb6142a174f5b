package dev.lockstile.auth.social.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.social.SocialProvider;
import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses are called, and which settings are taken. */
final class AddressRuleTest {

    private final AddressRule strict = new AddressRule(false, false);
    private final AddressRule own = new AddressRule(false, true);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.9.9.9",
                "::1",
                "0.0.0.0",
                "0.1.2.3",
                "::",
                "10.0.0.1",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.0.1",
                "100.64.0.1",
                "100.127.255.255",
                "169.254.169.254",
                "192.0.0.1",
                "192.0.2.1",
                "192.88.99.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "fe80::1",
                "fec0::1",
                "fc00::1",
                "fd12::1",
                "ff02::1",
                "2001:db8::1",
                "2001::1",
                "2002:a00:1::",
                "3fff::1",
                "64:ff9b::a00:1",
                "64:ff9b::7f00:1",
                "64:ff9b:1::1",
                "100::1",
                "::ffff:10.0.0.1",
                "::10.0.0.1"
            })
    void addresses_that_are_not_public_are_refused(String address) throws Exception {
        assertThat(strict.allows(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8.8.8.8",
                "172.15.0.1",
                "172.32.0.1",
                "100.63.0.1",
                "100.128.0.1",
                "198.20.0.1",
                "191.0.0.1",
                "192.1.0.1",
                "192.0.1.1",
                "192.0.3.1",
                "192.88.98.1",
                "192.89.99.1",
                "192.167.0.1",
                "198.17.0.1",
                "198.51.101.1",
                "198.52.100.1",
                "203.0.114.1",
                "203.1.113.1",
                "169.253.0.1",
                "223.255.255.255",
                "2001:200::1",
                "2001:db9::1",
                "2a00:1450::1",
                "2001:4860:4860::8888",
                "64:ff9b::808:808"
            })
    void public_ones_are_allowed(String address) throws Exception {
        assertThat(strict.allows(InetAddress.getByName(address))).isTrue();
    }

    @Test
    void the_own_network_is_allowed_by_its_loosening_and_link_local_ones_never() throws Exception {
        for (String address : new String[] {"10.0.0.1", "172.16.0.1", "192.168.0.1", "100.64.0.1", "fd12::1"}) {
            assertThat(own.allows(InetAddress.getByName(address))).as(address).isTrue();
        }
        for (String address : new String[] {"169.254.169.254", "fe80::1", "127.0.0.1", "0.0.0.0", "::1"}) {
            assertThat(own.allows(InetAddress.getByName(address))).as(address).isFalse();
        }
    }

    @Test
    void settings_that_contradict_each_other_are_refused() {
        OAuthClient client = OAuthClient.of("a").redirectUris("https://host.example/cb");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SocialProviders.openId("x", "https://idp.example", client.linkByEmail()))
                .withMessageContaining("emailAuthoritative");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SocialProviders.openId("x", "https://idp.example", OAuthClient.of("a")))
                .withMessageContaining("redirect");
        for (String issuer : new String[] {
            "http://idp.example", "http://localhost:1", "idp.example", "", "https://i/?a", "https://i/#a"
        }) {
            assertThatIllegalArgumentException()
                    .as(issuer)
                    .isThrownBy(() -> SocialProviders.openId("x", issuer, client));
        }
        for (String name : new String[] {"", "Acme", "a/b", "a b", "x".repeat(31)}) {
            assertThatIllegalArgumentException()
                    .as(name)
                    .isThrownBy(() -> SocialProviders.openId(name, "https://idp.example", client));
        }
    }

    @Test
    void a_client_links_by_email_where_it_says_so_and_nowhere_else() {
        OAuthClient client = OAuthClient.of("a").redirectUris("https://host.example/cb", "https://host.example/b");
        SocialProvider plain = SocialProviders.openId("x", "https://idp.example", client);
        assertThat(plain.isEmailAuthoritative()).isFalse();
        assertThat(plain.linksByEmail()).isFalse();
        assertThat(plain.redirectUri()).isEqualTo("https://host.example/cb");
        SocialProvider believed = SocialProviders.openId("x", "https://idp.example", client.emailAuthoritative());
        assertThat(believed.isEmailAuthoritative()).isTrue();
        assertThat(believed.linksByEmail()).isFalse();
        SocialProvider linking = SocialProviders.openId(
                "x", "https://idp.example", client.emailAuthoritative().linkByEmail());
        assertThat(linking.linksByEmail()).isTrue();
    }

    @Test
    void redirect_uris_and_ids_are_checked_when_they_are_set() {
        OAuthClient client = OAuthClient.of("a");
        for (String uri :
                new String[] {"http://host.example/cb", "/cb", "https://host.example/cb#x", "", "not a uri"}) {
            assertThatIllegalArgumentException().as(uri).isThrownBy(() -> client.redirectUris(uri));
        }
        for (String uri : new String[] {"http://localhost:8080/cb", "http://127.0.0.1/cb", "com.example.app:/cb"}) {
            assertThat(client.redirectUris(uri).redirectUris()).containsExactly(uri);
        }
        assertThatIllegalArgumentException().isThrownBy(() -> OAuthClient.of("a b"));
        assertThatIllegalArgumentException().isThrownBy(() -> OAuthClient.of("a", ""));
        assertThatIllegalArgumentException().isThrownBy(() -> client.secret(Secret.of(" ")));
    }
}
