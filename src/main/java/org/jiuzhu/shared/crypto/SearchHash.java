package org.jiuzhu.shared.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jiuzhu.shared.JiuzhuProperties;
import org.springframework.stereotype.Component;

/** A keyed hash by which an encrypted value is found again, by equality only. */
@Component
public class SearchHash {

    private final SecretKeySpec key;

    SearchHash(JiuzhuProperties properties) {
        this.key =
                new SecretKeySpec(Base64.getDecoder().decode(properties.keys().search()), "HmacSHA256");
    }

    /** @param kind what the value is ({@code id}, {@code phone}): equal values of two kinds hash differently */
    public String of(String kind, String normalized) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal((kind + ':' + normalized).getBytes(UTF_8)));
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException("Hashing failed", failed);
        }
    }
}
