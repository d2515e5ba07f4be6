import time

print("waiting for the printer", flush=True)
time.sleep(600)
