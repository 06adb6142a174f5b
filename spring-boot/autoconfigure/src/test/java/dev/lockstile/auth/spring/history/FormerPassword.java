package dev.lockstile.auth.spring.history;

import dev.lockstile.auth.model.AbstractFormerPassword;
import dev.lockstile.auth.spring.shop.Member;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "shop_former_password")
public class FormerPassword extends AbstractFormerPassword<Member> {

    @Id
    @GeneratedValue
    private Long id;

    @Override
    public Long getId() {
        return id;
    }
}
