# The web chat; docker-compose.yml runs it beside its two servers.
FROM python:3.12-slim@sha256:78387bc3881b8273120a12ebe6c1ab22b018ccc2c9adf565ae1ac9b536e184ea
ENV ANONYMIZED_TELEMETRY=False \
    LANGSMITH_TRACING=false \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1
WORKDIR /app
COPY requirements.txt .
RUN pip install --no-cache-dir --require-hashes --only-binary :all: -r requirements.txt
COPY . .
# A named volume takes its owner from the folder that it is first put over.
RUN useradd --system --uid 10001 on_the_record && install -d -o on_the_record -g on_the_record /data
USER on_the_record
EXPOSE 8501
# Without a name for the browser, Streamlit asks a service outside for its own address.
CMD ["python", "-m", "streamlit", "run", "app.py", "--server.address=0.0.0.0", "--browser.serverAddress=localhost"]
