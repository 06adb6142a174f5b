package dev.lockstile.auth.social.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.social.SocialProof;
import dev.lockstile.auth.social.SocialProvider;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Microsoft: the issuer goes by the token's tenant, and so do the keys. */
final class MicrosoftTest extends ProviderTest {

    private static final String ONE = "11111111-2222-3333-4444-555555555555";
    private static final String OTHER = "99999999-2222-3333-4444-555555555555";

    @Test
    void each_tenants_tokens_are_its_own() throws Exception {
        serve("organizations", "{tenantid}", null);
        SocialProvider organizations = SocialProviders.microsoft("organizations", client(), site.issuer());
        assertThat(person(verify(organizations, ONE, issuer(ONE))).issuer()).isEqualTo(issuer(ONE));
        assertThat(person(verify(organizations, OTHER, issuer(OTHER))).issuer()).isEqualTo(issuer(OTHER));
        for (String tenant :
                Arrays.asList(OTHER, "{tenantid}", ONE.toUpperCase(java.util.Locale.ROOT) + "A", "", null)) {
            assertRefused(verify(organizations, tenant, issuer(ONE)), "another issuer");
        }
        assertRefused(verify(organizations, "{tenantid}", issuer("{tenantid}")), "another issuer");
        assertRefused(verify(organizations, ONE, "https://evil.example/" + ONE + "/v2.0"), "another issuer");
    }

    @Test
    void personal_accounts_are_no_organization() throws Exception {
        serve("organizations", "{tenantid}", null);
        serve("common", "{tenantid}", null);
        String personal = MicrosoftIssuer.CONSUMERS;
        assertRefused(
                verify(SocialProviders.microsoft("organizations", client(), site.issuer()), personal, issuer(personal)),
                "another issuer");
        SocialProvider common = SocialProviders.microsoft("common", client(), site.issuer());
        assertThat(person(verify(common, personal, issuer(personal))).issuer()).isEqualTo(issuer(personal));
    }

    @Test
    void one_tenant_lets_no_other_in() throws Exception {
        serve(ONE, ONE, null);
        SocialProvider one = SocialProviders.microsoft(ONE, client(), site.issuer());
        assertThat(person(verify(one, ONE, issuer(ONE))).subject()).isEqualTo("sub-1");
        assertRefused(verify(one, OTHER, issuer(OTHER)), "another issuer");
    }

    @Test
    void a_key_of_one_tenant_signs_no_token_of_another() throws Exception {
        serve("common", "{tenantid}", issuer(ONE));
        SocialProvider common = SocialProviders.microsoft("common", client(), site.issuer());
        assertThat(person(verify(common, ONE, issuer(ONE))).subject()).isEqualTo("sub-1");
        assertRefused(verify(common, OTHER, issuer(OTHER)), "key is for something else");
        serve("organizations", "{tenantid}", issuer("{tenantid}"));
        SocialProvider organizations = SocialProviders.microsoft("organizations", client(), site.issuer());
        assertThat(person(verify(organizations, OTHER, issuer(OTHER))).subject())
                .isEqualTo("sub-1");
    }

    @Test
    void an_imported_account_without_issuer_is_that_of_one_tenant_or_of_none() {
        SocialProvider one = SocialProviders.microsoft(ONE, client(), site.issuer());
        assertThat(one.isIssuerOfImported(issuer(ONE))).isTrue();
        assertThat(one.isIssuerOfImported(issuer(OTHER))).isFalse();
        assertThat(one.admitsWithoutIssuer()).isTrue();
        SocialProvider common = SocialProviders.microsoft("common", client(), site.issuer());
        assertThat(common.isIssuerOfImported(issuer(ONE))).isFalse();
        assertThat(common.admitsWithoutIssuer()).isFalse();
    }

    @Test
    void an_address_is_verified_by_the_owner_of_its_domain_alone() {
        for (Object yes : List.of(true, "true", "1")) {
            assertThat(MicrosoftIssuer.isEmailVerified(new Json(Map.of("xms_edov", yes))))
                    .isTrue();
        }
        for (Object no : List.of(false, "false", 1, 0, "0", "", List.of(true))) {
            assertThat(MicrosoftIssuer.isEmailVerified(new Json(Map.of("xms_edov", no))))
                    .isFalse();
        }
        assertThat(MicrosoftIssuer.isEmailVerified(new Json(Map.of("email_verified", true))))
                .isFalse();
    }

    @Test
    void a_tenant_is_an_id_or_one_of_three_words() {
        for (String tenant : new String[] {"", "Common", "contoso.com", "{tenantid}", "../x", ONE + "/"}) {
            assertThatIllegalArgumentException()
                    .as(tenant)
                    .isThrownBy(() -> SocialProviders.microsoft(tenant, client()));
        }
    }

    private void serve(String tenant, String announced, String keyIssuer) {
        Map<String, Object> document = site.discovery();
        document.put("issuer", issuer(announced));
        site.answer(
                "/" + tenant + "/v2.0" + DISCOVERY, 200, com.nimbusds.jose.util.JSONObjectUtils.toJSONString(document));
        if (keyIssuer != null) {
            site.answer("/keys", 200, site.keySet().replace("\"kty\"", "\"issuer\":\"" + keyIssuer + "\",\"kty\""));
        }
    }

    private SocialProvider.Verdict verify(SocialProvider microsoft, String tenant, String issuer) throws Exception {
        String token = token().claim("tid", tenant).claim("iss", issuer).sign();
        return microsoft.verify(new SocialProof.IdToken(Secret.of(token), NONCE));
    }

    private String issuer(String tenant) {
        return site.issuer() + "/" + tenant + "/v2.0";
    }
}
