package org.jiuzhu.shared.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * One product per home, across processes by a locked file and inside this one by a set: to close any channel on the
 * file would release the lock of another, so a second taker here never opens it.
 */
final class HomeLock implements AutoCloseable {

    private static final Set<Path> TAKEN_HERE = ConcurrentHashMap.newKeySet();

    private final Path home;
    private final FileChannel channel;

    private HomeLock(Path home, FileChannel channel) {
        this.home = home;
        this.channel = channel;
    }

    /**
     * @param home an existing directory
     * @throws IllegalStateException where somebody else has it, in this process or another
     */
    static HomeLock take(Path home) throws IOException {
        Path real = home.toRealPath();
        if (!TAKEN_HERE.add(real)) {
            throw taken(home);
        }
        FileChannel channel = lock(real);
        if (channel == null) {
            TAKEN_HERE.remove(real);
            throw taken(home);
        }
        return new HomeLock(real, channel);
    }

    private static @Nullable FileChannel lock(Path home) throws IOException {
        FileChannel channel =
                FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            return null;
        }
        return channel;
    }

    private static IllegalStateException taken(Path home) {
        return new IllegalStateException(
                "Another Jiuzhu already uses " + home + ". Stop it first, or set jiuzhu.home to another directory.");
    }

    @Override
    public void close() throws IOException {
        channel.close();
        TAKEN_HERE.remove(home);
    }
}
