package dev.lockstile.auth.spring.factors;

import dev.lockstile.auth.model.AbstractTotp;
import dev.lockstile.auth.spring.shop.Member;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "shop_totp")
public class Totp extends AbstractTotp<Member> {

    @Id
    @GeneratedValue
    private Long id;

    @Override
    public Long getId() {
        return id;
    }
}
