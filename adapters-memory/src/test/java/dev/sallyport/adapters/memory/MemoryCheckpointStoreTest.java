package dev.sallyport.adapters.memory;

import dev.sallyport.testkit.CheckpointHoldingsContract;
import dev.sallyport.testkit.CheckpointStoreContract;
import dev.sallyport.testkit.backend.OnBackend;

@OnBackend("memory")
final class MemoryCheckpointStoreTest
        implements CheckpointStoreContract, CheckpointHoldingsContract<MemoryCheckpointStore> {

    private final MemoryCheckpointStore store = new MemoryCheckpointStore();

    @Override
    public MemoryCheckpointStore store() {
        return store;
    }
}
