package org.jiuzhu.support;

import org.jiuzhu.demo.DemoNetwork;
import org.jiuzhu.shared.DataScope;
import org.springframework.transaction.support.TransactionTemplate;

/** The demo's organisations and consultants, without residents. */
public class TestNetwork {

    private final DemoNetwork network;
    private final TransactionTemplate transaction;

    TestNetwork(DemoNetwork network, TransactionTemplate transaction) {
        this.network = network;
        this.transaction = transaction;
    }

    void seed() {
        DataScope.system("test").run(() -> transaction.executeWithoutResult(status -> network.seed()));
    }
}
