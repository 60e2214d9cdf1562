package org.jiuzhu.lead;

import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import org.jiuzhu.shared.ForJpa;
import org.jiuzhu.shared.crypto.EncryptedText;
import org.jspecify.annotations.Nullable;

/** What a lead says about the person in difficulty, as it is kept: encrypted, and found again by keyed hashes. */
@Embeddable
class SaidColumns {

    @Convert(converter = EncryptedText.class)
    private @Nullable String saidName;

    private @Nullable String saidNameHash;

    @Convert(converter = EncryptedText.class)
    private @Nullable String saidId;

    private @Nullable String saidIdHash;

    @Convert(converter = EncryptedText.class)
    private @Nullable String saidPhone;

    private @Nullable String saidPhoneHash;

    private @Nullable String committeeCode;
    private @Nullable String road;

    @Convert(converter = EncryptedText.class)
    private @Nullable String room;

    @ForJpa
    protected SaidColumns() {}

    SaidColumns(Said said, Hashes hashes) {
        saidName = said.name();
        saidNameHash = hashes.name();
        saidId = said.idNumber();
        saidIdHash = hashes.idNumber();
        saidPhone = said.phone();
        saidPhoneHash = hashes.phone();
        committeeCode = said.committeeCode();
        road = said.road();
        room = said.room();
    }

    /** Of values in their normal form; null where there is none, or none that holds. */
    record Hashes(@Nullable String name, @Nullable String idNumber, @Nullable String phone) {}

    Said said() {
        return new Said(saidName, saidId, saidPhone, committeeCode, null, road, room);
    }

    Hashes hashes() {
        return new Hashes(saidNameHash, saidIdHash, saidPhoneHash);
    }
}
