// In a file of its own, so that the content security policy needs no inline script.
window.onload = () => SwaggerUIBundle({ url: '/openapi.yml', dom_id: '#swagger-ui', deepLinking: true });
