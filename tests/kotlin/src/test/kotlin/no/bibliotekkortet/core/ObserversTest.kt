package no.bibliotekkortet.core

import kotlinx.coroutines.runBlocking
import org.junit.jupiter.api.AfterAll
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.TestInstance
import org.junit.jupiter.api.io.TempDir
import java.lang.ref.WeakReference
import java.nio.file.Path
import java.util.concurrent.CopyOnWriteArrayList
import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit

/** Being told: in order, whatever others do, and without a trace afterwards. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ObserversTest {
    private val sandbox = SandboxProcess()

    @TempDir lateinit var folder: Path

    @AfterAll
    fun end() = sandbox.close()

    @Test
    fun `the first word is the state now, and each revision is higher than the one before`() =
        runBlocking {
            Phone(sandbox, folder).use { phone ->
                phone.app.start()
                val told = CopyOnWriteArrayList<AppState>()
                val now = phone.app.state().revision
                phone.app.observe(observer(told::add)).use {
                    phone.signIn()
                    phone.app.settle()
                }
                assertEquals(now, told.first().revision)
                assertTrue(told.zipWithNext().all { (one, next) -> one.revision < next.revision }) { "${told.map { it.revision }}" }
                assertTrue(told.size > 3)
                assertEquals(phone.app.state().phase, told.last().phase)
            }
        }

    @Test
    fun `an observer that throws is told on, and others too`() =
        runBlocking {
            Phone(sandbox, folder).use { phone ->
                val calls = CopyOnWriteArrayList<ULong>()
                val angry =
                    phone.app.observe(
                        observer {
                            calls.add(it.revision)
                            error("the screen's own trouble")
                        },
                    )
                phone.app.start()
                phone.signIn()
                phone.app.settle()
                assertTrue(calls.size > 3)
                assertNull(phone.app.state().trouble)
                angry.close()
            }
        }

    @Test
    fun `who cancelled isn't told any more`() =
        runBlocking {
            Phone(sandbox, folder).use { phone ->
                val told = CopyOnWriteArrayList<AppState>()
                val subscription = phone.app.observe(observer(told::add))
                subscription.cancel()
                phone.app.settle()
                val before = told.size
                phone.app.start()
                phone.signIn()
                phone.app.settle()
                assertEquals(before, told.size)
                subscription.close()
            }
        }

    @Test
    fun `ten thousand subscriptions leave nothing behind`() =
        Phone(sandbox, folder).use { phone ->
            val held = FfiConverterTypeStateObserver.handleMap
            assertTrue(eventually { held.size == 1 }, "only the phone's own observer is there")
            val observers = ArrayList<WeakReference<StateObserver>>(MANY)
            repeat(MANY) {
                val observer = observer {}
                observers.add(WeakReference(observer))
                val subscription = phone.app.observe(observer)
                if (it == MANY / 2) assertTrue(held.size > 1, "the table is the one that counts")
                if (it % 2 == 0) subscription.cancel()
                subscription.close()
            }
            assertTrue(eventually { held.size == 1 }, "${held.size} observers are still in the table")
            assertTrue(gone(observers), "observers that nobody can reach are still held")
        }

    /** Waits until all that was asked of the telling thread before is done: it works in order. */
    private fun CardApp.settle() {
        val told = CountDownLatch(1)
        val subscription = observe(observer { told.countDown() })
        assertTrue(told.await(Phone.PATIENCE_MS, TimeUnit.MILLISECONDS))
        subscription.close()
        val after = CountDownLatch(1)
        observe(observer { after.countDown() }).use { assertTrue(after.await(Phone.PATIENCE_MS, TimeUnit.MILLISECONDS)) }
    }

    /** The telling thread lets go of an observer a moment after it was asked to. */
    private fun eventually(condition: () -> Boolean): Boolean {
        val end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(Phone.PATIENCE_MS)
        while (!condition() && System.nanoTime() < end) Thread.yield()
        return condition()
    }

    private fun gone(observers: List<WeakReference<StateObserver>>): Boolean =
        (1..20).any {
            System.gc()
            observers.all { it.get() == null }
        }

    private companion object {
        const val MANY = 10_000
    }
}
