package dev.lockstile.auth.spring.factors;

import dev.lockstile.auth.model.AbstractTrustedBrowser;
import dev.lockstile.auth.spring.shop.Member;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "shop_browser")
public class TrustedBrowser extends AbstractTrustedBrowser<Member> {

    @Id
    @GeneratedValue
    private Long id;

    @Override
    public Long getId() {
        return id;
    }
}
